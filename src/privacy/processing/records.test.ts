import { describe, expect, it } from 'vitest'
import { fieldLabels } from '../inventory/field-labels.js'
import { personalIn } from '../inventory/label.js'
import type { Processing } from './connections.js'
import { kindsOfData } from './purposes.js'
import { controllerRecord, processorRecord, recordLanguages, type RecordedMunicipality } from './records.js'

const hagby: RecordedMunicipality = {
  slug: 'hagby',
  name: 'Hagby kommun',
  languages: ['sv', 'en', 'fi'],
  controller: null,
  dataProtectionContact: null,
  secondFactor: 'deciders',
  loginPolicy: 'any',
  demo: false,
  own: {},
  webhooks: 0,
}
const alone: Processing = { operator: null, processors: null, connections: [], https: false, ownKeys: false }
const at = new Date('2026-11-26T12:00:00Z')
const measuresOf = (municipality: object, processing: object = {}) =>
  controllerRecord({ ...hagby, ...municipality }, { ...alone, ...processing }, at).measures.map(
    ({ code }) => code,
  )

describe('the records of processing', () => {
  it('know every collection that holds something of people by name and purpose, and no other', () => {
    const personal = Object.entries(fieldLabels)
      .filter(([, fields]) => Object.values(fields).some((label) => personalIn(label).length > 0))
      .map(([slug]) => slug)
    expect(Object.keys(kindsOfData).sort()).toEqual(personal.sort())
  })

  it('say only measures that hold with the settings of the municipality and of the installation', () => {
    const of = (...codes: string[]) => expect.arrayContaining(codes)
    expect(measuresOf({})).toEqual(of('second-factor-deciders'))
    expect(measuresOf({ secondFactor: 'everyone' })).toEqual(of('second-factor-everyone'))
    expect(measuresOf({ secondFactor: 'everyone' })).not.toContain('second-factor-deciders')
    for (const secondFactor of ['deciders', 'everyone'])
      expect(measuresOf({ secondFactor, demo: true }).join()).not.toContain('second-factor')
    expect(measuresOf({ loginPolicy: 'role-only' })).toContain('role-only')
    const bare = measuresOf({})
    for (const code of ['role-only', 'https', 'own-keys', 'encrypted-beyond', 'private-network'])
      expect(bare).not.toContain(code)
    const host = { use: 'database' as const, host: 'db' }
    expect(measuresOf({}, { https: true, ownKeys: true })).toEqual(of('https', 'own-keys'))
    expect(measuresOf({}, { connections: [{ ...host, reach: 'elsewhere' }] })).toContain('encrypted-beyond')
    const privately = measuresOf({}, { connections: [{ ...host, reach: 'private-network' }] })
    expect(privately).toContain('private-network')
    expect(privately).not.toContain('encrypted-beyond')
    const machine = measuresOf({}, { connections: [{ ...host, reach: 'this-machine' }] })
    expect(machine).toEqual(bare)
  })

  it('tell of recipients that there are: of a mail server where one is named, of processors where some are', () => {
    const codes = (processing: Partial<Processing>) =>
      controllerRecord(hagby, { ...alone, ...processing }, at).recipients.map(({ code }) => code)
    expect(codes({})).toEqual(['everybody', 'inside'])
    expect(codes({ processors: [] })).toEqual(['everybody', 'inside'])
    expect(codes({ connections: [{ use: 'e-mail', host: 'smtp', reach: 'elsewhere' }] })).toContain('mail')
  })

  it('say everything in each of the languages, which are those of the municipality that Torg has', () => {
    expect(recordLanguages(['sv', 'en', 'fi'])).toEqual(['sv', 'en'])
    expect(recordLanguages(['nn', 'no', 'nb-NO'])).toEqual(['nb'])
    expect(recordLanguages(['fi', 'se'])).toEqual(['en'])
    const texts: string[] = []
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('sv' in value)
        texts.push(...(['sv', 'nb', 'en'] as const).map((one) => (value as never)[one] as string))
      Object.values(value).forEach(walk)
    }
    walk(controllerRecord(hagby, alone, at))
    walk(processorRecord([hagby], alone, at))
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter((text) => typeof text !== 'string' || text.trim() === '')).toEqual([])
  })

  it('name the municipality itself where no authority is named, and each municipality once', () => {
    expect(controllerRecord(hagby, alone, at).controller.name).toBe('Hagby kommun')
    expect(controllerRecord({ ...hagby, controller: '  ' }, alone, at).controller.name).toBe('Hagby kommun')
    const two = processorRecord(
      [hagby, { ...hagby, slug: 'fjordvik', controller: 'Formannskapet' }],
      alone,
      at,
    )
    expect(two.controllers.map(({ municipality, name }) => [municipality, name])).toEqual([
      ['hagby', 'Hagby kommun'],
      ['fjordvik', 'Formannskapet'],
    ])
  })
})
