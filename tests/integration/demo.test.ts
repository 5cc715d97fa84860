import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Settings } from '../../src/config/env.js'
import { beginDemo, demoWasCutOff } from '../../src/scripts/clear-demo.js'
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
    await beginDemo(torg.payload)
    const cut = seedDemo(torg.payload, 'en-lösenordsfras-för-demon', (line) => {
      if (line.includes('fjordvik')) throw new Error('the process ends here')
    })
    await expect(cut).rejects.toThrow('the process ends here')
    expect(await count('municipalities')).toBe(1)
    await Promise.all([prepareDemo(torg.payload, settings), prepareDemo(torg.payload, settings)])
    expect(await demoWasCutOff(torg.payload)).toBe(false)
    expect(await count('municipalities')).toBe(2)
    expect(await count('accounts')).toBe(15)
    const events = await count('events')
    expect(events).toBeGreaterThanOrEqual(150)
    // What people did with it is theirs, whatever they call themselves.
    await torg.payload.db.updateOne({
      collection: 'accounts',
      where: { username: { equals: 'operator' } },
      data: { username: 'jag' },
    })
    await prepareDemo(torg.payload, settings)
    expect([await count('events'), await count('accounts')]).toEqual([events, 15])
  }, 240_000)
})
