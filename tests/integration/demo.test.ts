import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Settings } from '../../src/config/env.js'
import { beginDemo, demoWasCutOff } from '../../src/scripts/clear-demo.js'
import { feedShapes } from '../../src/feed/shapes/index.js'
import { prepareDemo } from '../../src/scripts/prepare-demo.js'
import { seedDemo } from '../../src/scripts/seed-demo.js'
import { Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
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

  it('is answered by the feed in the shapes that are described, each item of it', async () => {
    await feedHasCaughtUp(torg, ['hagby', 'fjordvik'])
    const citizen = new Visitor(torg.base)
    const seen: Record<string, number> = {}
    for (const slug of ['hagby', 'fjordvik']) {
      let address = `/feed/v1/${slug}/changes?after=0`
      for (let last = ''; address !== last;) {
        const { body } = await citizen.get(address)
        expect(feedShapes.Changes.safeParse(body).error?.issues ?? []).toEqual([])
        for (const { kind, data } of body.items) if (data) seen[kind] = (seen[kind] ?? 0) + 1
        last = address
        address = body.next.replace(torg.settings.publicUrl, '')
      }
      for (const [path, shape] of [
        ['', feedShapes.Manifest],
        ['/events?limit=100', feedShapes.Occurrences],
        ['/posts?limit=100&lang=en', feedShapes.Posts],
        ['/organisations', feedShapes.Organisations],
        ['/places', feedShapes.Places],
        ['/categories', feedShapes.Categories],
      ] as const) {
        const { body } = await citizen.get(`/feed/v1/${slug}${path}`)
        expect(shape.safeParse(body).error?.issues ?? [], path).toEqual([])
      }
    }
    expect(seen.event).toBeGreaterThan(100)
    expect(seen.post).toBeGreaterThan(20)
  })
})
