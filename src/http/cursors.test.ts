import { afterEach, describe, expect, it } from 'vitest'
import {
  eventData,
  instant,
  municipalityData,
  organisationData,
  postData,
  publicationOf,
} from '../feed/examples/publications.js'
import type { PublicItem } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import { ask, index, moveClock, rows, serveFeed, taken, type Items } from './examples/served-feed.js'

serveFeed()
afterEach(() => moveClock(instant))

const names = Array.from({ length: 12 }, (_, at) => `${String.fromCharCode(97 + at)}`)
const inTown = (data: PublicItem, more: Partial<Publication> = {}) =>
  publicationOf(data, { municipality: 'sidby', ...more })
const day = (at: number, hour = 17): string =>
  new Date(Date.UTC(2026, 11, 1 + at, hour)).toISOString().replace('.000Z', 'Z')
const event = (id: string, start: string, more = {}) =>
  inTown({ ...eventData, id, pictures: [], start, end: null, ...more })
const post = (id: string, at: number, more = {}) =>
  inTown({ ...postData, id, ...more }, { published: day(at), modified: day(at) })

async function town(...items: Publication[]): Promise<void> {
  rows.push(inTown({ ...municipalityData, id: 'sidby' }), inTown(organisationData), ...items)
  await index.catchUp()
}

/** Reads a list page by page; `between` happens after each page. */
async function read(path: string, between: (page: number) => Promise<void>): Promise<string[]> {
  const seen: string[] = []
  let next: string | undefined = `/feed/v1/sidby/${path}`
  for (let page = 1; next && page < 30; page += 1) {
    const body = (await ask(next)).json as Items
    seen.push(...body.items.map((one) => one.id))
    next = body.next?.replace('https://torg.example', '')
    await between(page)
  }
  return seen
}
const count = (seen: string[], id: string): number => seen.filter((one) => one === id).length

describe('a list that changes while it is read', () => {
  it('tells every event that stays where it is once, whatever comes, goes or moves beside it', async () => {
    await town(...names.map((id, at) => event(id, day(at))))
    const seen = await read('events?limit=3', async (page) => {
      if (page === 1)
        rows.push(
          event('early', day(0, 1)),
          event('late', day(8, 1)),
          // The last that was seen goes, one ahead moves behind, and one behind moves ahead.
          inTown({ ...eventData, id: 'c' }, { ...taken, state: 'removed' }),
          event('j', day(0, 2)),
          event('a', day(10, 2)),
        )
      if (page === 2) rows.push(inTown({ ...eventData, id: 'f' }, { ...taken, state: 'withdrawn' }))
      await index.catchUp()
    })
    for (const id of ['b', 'd', 'e', 'g', 'h', 'i', 'k', 'l']) expect([id, count(seen, id)]).toEqual([id, 1])
    expect([count(seen, 'early'), count(seen, 'late'), count(seen, 'c'), count(seen, 'f')]).toEqual([
      0, 1, 1, 1,
    ])
    expect([count(seen, 'j'), count(seen, 'a')]).toEqual([0, 2])
  })

  it('tells each of many times of one moment once', async () => {
    await town(...names.map((id) => event(id, day(3))))
    const seen = await read('events?limit=1&from=2026-12-04&to=2026-12-04', async (page) => {
      if (page === 4) rows.push(event('bb', day(3)), event('zz', day(3)))
      await index.catchUp()
    })
    for (const id of names) expect([id, count(seen, id)]).toEqual([id, 1])
    expect([count(seen, 'bb'), count(seen, 'zz')]).toEqual([0, 1])
  })

  it('tells a series once, also where midnight comes between its pages', async () => {
    const weekly = { recurrence: { rule: 'FREQ=WEEKLY;COUNT=4', exceptions: [], additions: [] } }
    await town(
      ...names.map((id, at) =>
        event(id, `2026-11-23T${String(12 + (at % 6)).padStart(2, '0')}:30:00Z`, weekly),
      ),
    )
    const seen = await read('events?collapse=series&limit=3', async (page) => {
      if (page === 2) moveClock(new Date('2026-11-24T01:00:00Z'))
    })
    for (const id of names) expect([id, count(seen, id)]).toEqual([id, 1])
  })

  it('tells every post that stays where it is once', async () => {
    await town(...names.map((id, at) => post(id, -at)))
    const seen = await read('posts?limit=3', async (page) => {
      if (page === 1)
        rows.push(
          post('new', 1),
          post('l', -11, { importance: 'urgent' }),
          inTown({ ...postData, id: 'c' }, { ...taken, state: 'removed' }),
        )
      await index.catchUp()
    })
    for (const id of ['a', 'b', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'])
      expect([id, count(seen, id)]).toEqual([id, 1])
    expect([count(seen, 'new'), count(seen, 'l')]).toEqual([0, 0])
  })

  it('tells every organisation once', async () => {
    await town(...names.map((id) => inTown({ ...organisationData, id })))
    const seen = await read('organisations?limit=4', async (page) => {
      if (page === 1)
        rows.push(
          inTown({ ...organisationData, id: 'cc' }),
          inTown({ ...organisationData, id: 'd' }, { active: false }),
        )
      await index.catchUp()
    })
    for (const id of names) expect([id, count(seen, id)]).toEqual([id, 1])
    expect(count(seen, 'cc')).toBe(0)
  })
})
