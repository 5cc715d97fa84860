import { afterAll, beforeAll, expect, it } from 'vitest'
import { fieldLabels } from '../../src/privacy/inventory/field-labels.js'
import { inventoryFaults } from '../../src/privacy/inventory/inventory-faults.js'
import { everyRow } from '../../src/shared/every-row.js'
import { twoMunicipalities } from '../support/two-municipalities.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

/** What the databases add to a row for themselves; it says nothing of anybody. */
const ofTheDatabase = ['_id', '__v', '_uuid', '_order', '_parentID', '_parent_id', '_locale']

describeHere('what of a person each field may hold', () => {
  let torg: Running

  beforeAll(async () => {
    torg = await startForTests()
    await twoMunicipalities(torg)
  }, 600_000)
  afterAll(() => torg?.stop())

  it('is said for each field of the running config, the framework’s own included, and for no other', () => {
    const { config, collections } = torg.payload
    const stored = [...Object.values(collections).map((one) => one.config), ...config.globals]
    expect(inventoryFaults(stored, fieldLabels)).toEqual([])
    expect(stored.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['payload-preferences', 'payload-migrations', 'payload-kv']),
    )
  })

  it('turns red for a field that somebody adds to a collection of the framework', () => {
    const stored = Object.values(torg.payload.collections).map(({ config }) =>
      config.slug === 'payload-preferences'
        ? { ...config, fields: [...config.fields, { name: 'browser', type: 'text' as const }] }
        : config,
    )
    expect(inventoryFaults(stored, fieldLabels)).toEqual([
      expect.stringContaining('payload-preferences browser has no label'),
    ])
  })

  /** The paths of what a row holds, down to where a label says what it is. */
  function unlabelled(value: unknown, path: string, labels: Record<string, unknown>): string[] {
    if (path in labels) return []
    if (Array.isArray(value)) return value.flatMap((one) => unlabelled(one, path, labels))
    if (value === null || value === undefined) return []
    if (typeof value !== 'object' || value instanceof Date) return [path]
    return Object.entries(value).flatMap(([name, one]) =>
      ofTheDatabase.includes(name) ? [] : unlabelled(one, path ? `${path}.${name}` : name, labels),
    )
  }

  it('is said of everything that lies in any row of the database', async () => {
    let rows = 0
    for (const slug of Object.keys(torg.payload.collections)) {
      const missing = new Set<string>()
      for (const row of await everyRow(torg.payload, slug, {})) {
        rows += 1
        for (const path of unlabelled(row, '', fieldLabels[slug]!)) missing.add(path)
      }
      expect([slug, [...missing]]).toEqual([slug, []])
    }
    expect(rows).toBeGreaterThan(50)
  })
})
