import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Settings } from '../../src/config/env.js'
import { demoIsWhole } from '../../src/scripts/clear-demo.js'
import { prepareDemo } from '../../src/scripts/prepare-demo.js'
import { seedDemo } from '../../src/scripts/seed-demo.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

describeHere('the demo', () => {
  let torg: Running
  let settings: Settings
  const count = async (collection: 'municipalities' | 'accounts' | 'events') =>
    (await torg.payload.db.count({ collection, where: {} })).totalDocs

  beforeAll(async () => {
    torg = await startForTests()
    settings = { ...torg.settings, demo: true }
  }, 240_000)
  afterAll(() => torg?.stop())

  it('is made anew where it was cut off, and once where two processes start', async () => {
    const cut = seedDemo(torg.payload, 'en-lösenordsfras-för-demon', (line) => {
      if (line.includes('fjordvik')) throw new Error('the process ends here')
    })
    await expect(cut).rejects.toThrow('the process ends here')
    expect([await count('municipalities'), await demoIsWhole(torg.payload)]).toEqual([1, false])
    await Promise.all([prepareDemo(torg.payload, settings), prepareDemo(torg.payload, settings)])
    expect(await demoIsWhole(torg.payload)).toBe(true)
    expect(await count('municipalities')).toBe(2)
    expect(await count('accounts')).toBe(15)
    expect(await count('events')).toBeGreaterThanOrEqual(150)
  }, 240_000)
})
