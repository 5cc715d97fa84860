import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Settings } from '../../src/config/env.js'
import { beginDemo, demoWasCutOff } from '../../src/scripts/clear-demo.js'
import { prepareDemo } from '../../src/scripts/prepare-demo.js'
import { seedDemo } from '../../src/scripts/seed-demo.js'
import { cutDatabase } from '../support/cut-database.js'
import { openEveryDoor } from '../support/doors.js'
import { exampleRequests, type OpenApi } from '../support/example-requests.js'
import { Visitor } from '../support/people.js'
import { walkRpde } from '../support/readers/rpde.js'
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
  }, 600_000)
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
  }, 600_000)

  // What others find in these answers is told at the end of the file: tests/support/read-feed-answers.ts.
  it('is read by parsers of others: each item, in each format, and every example of the description', async () => {
    await feedHasCaughtUp(torg, ['hagby', 'fjordvik'])
    const citizen = new Visitor(torg.base)
    const read = async (address: string) => {
      const answer = await citizen.get(address.replace(torg.settings.publicUrl, ''))
      expect([address, answer.status]).toEqual([address, 200])
      return answer.body
    }
    const seen: Record<string, number> = {}
    for (const slug of ['hagby', 'fjordvik']) {
      const feed = `/feed/v1/${slug}`
      const { faults, state } = await walkRpde(
        `${torg.base}${feed}/changes?after=0&limit=100`,
        async (url) => {
          const answer = await citizen.get(url)
          return { url, type: answer.headers.get('content-type') ?? '', body: answer.body }
        },
      )
      expect(faults).toEqual([])
      for (const { kind } of state.values()) seen[String(kind)] = (seen[String(kind)] ?? 0) + 1
      for (const [id, { kind }] of state) {
        if (kind === 'event') for (const end of ['.ics', '.jsonld']) await read(`${feed}/events/${id}${end}`)
      }
      const feeds = [
        'calendar.ics',
        ...['events', 'posts'].flatMap((name) => ['.json', '.rss', '.atom'].map((end) => name + end)),
      ]
      for (const door of ['', '/events', '/posts', '/organisations', '/places', '/categories'])
        await read(feed + door)
      for (const door of feeds) await read(`${feed}/${door}?lang=en`)
    }
    const examples = exampleRequests((await read('/feed/v1/openapi.json')) as OpenApi)
    for (const address of new Set(examples)) {
      // A sample may be without a picture of that width.
      if (!address.includes('/media/')) expect((await read(address)).errors).toBeUndefined()
    }
    expect(seen.event).toBeGreaterThan(100)
    expect(seen.post).toBeGreaterThan(20)
  })

  // Last of all: nothing can be asked of this database afterwards.
  it('is answered as before when its database is gone', async () => {
    const citizen = new Visitor(torg.base)
    const list = await citizen.get('/feed/v1/hagby/events?limit=100')
    const { id, pictures } = list.body.items.find((one: { pictures: unknown[] }) => one.pictures.length > 0)
    const asked = { slug: 'hagby', id, pictures: pictures.map((one: { id: string }) => one.id) }
    // Asked twice: what is kept from the first time on must not be what answers.
    const before = await openEveryDoor(citizen, asked)
    expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(25)
    await cutDatabase(torg.payload)
    await expect(torg.payload.count({ collection: 'events' })).rejects.toThrow()
    expect((await openEveryDoor(citizen, asked)).map(({ address, status }) => [address, status])).toEqual(
      before.map(({ address, status }) => [address, status]),
    )
    const word = await citizen.get(`/feed/v1/hagby/events?q=aldrig-fragat&limit=7`)
    expect(word.status).toBe(200)
    const month = await citizen.get('/feed/v1/fjordvik/events?weekday=tu,th&free=true&limit=13')
    expect(month.body.items.length).toBeGreaterThan(0)
  })
})
