import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rpdePageFaults, walkRpde } from '../../../tests/support/readers/rpde.js'
import type { Publication } from '../../publication/publication.js'
import {
  instant,
  municipalityData,
  oneOfEach,
  postData,
  publicationOf,
  readerOf,
} from '../examples/publications.js'
import { createFeedIndex, type FeedIndex } from '../feed-index.js'
import { changesJson } from './changes-json.js'

const url = 'https://torg.example/feed/v1/hagby/changes'
const setting = { baseUrl: 'https://torg.example', municipality: municipalityData }
const rows: Publication[] = [
  ...oneOfEach(),
  publicationOf({ ...postData, id: 'hidden' }, { hidden: 'suspended' }),
  publicationOf({ ...postData, id: 'soon' }, { visibleFrom: '2026-11-23T12:00:02Z' }),
  publicationOf({ ...postData, id: 'after' }),
]
let index: FeedIndex
beforeAll(async () => {
  index = createFeedIndex({ reader: readerOf(rows), clock: { now: () => instant }, pollEvery: 600_000 })
  await index.start()
})
afterAll(() => index.stop())

interface Page {
  items: { id: string; state: string; modified: number; data?: unknown }[]
  next: string
  license: string
}
function page(query: object, now = instant, own = `${url}?after=0`): Page {
  return changesJson(index.municipality('hagby')!, query, own, now, setting) as unknown as Page
}

describe('a page of changes', () => {
  it('ends before what another machine let out a moment before it is due here, and has it a moment later', () => {
    const first = page({ after: 0 })
    expect(first.items.map((one) => one.id)).not.toContain('soon')
    expect(first.items.map((one) => one.id)).not.toContain('after')
    const after = first.items.at(-1)!.modified
    // It is the last page for now: nothing is told as deleted that will be there in two seconds.
    const last = page({ after }, instant, `${url}?after=${after}`)
    expect(last).toMatchObject({ items: [], next: `${url}?after=${after}` })
    const later = page({ after }, new Date(instant.getTime() + 2_000))
    expect(later.items.map((one) => [one.id, one.state])).toEqual([
      ['soon', 'updated'],
      ['after', 'updated'],
    ])
  })

  it('tells what a suspension has hidden as deleted until it comes back under a number of its own', () => {
    const items = page({ after: 0 }).items
    expect(items.find((one) => one.id === 'hidden')).toMatchObject({ state: 'deleted' })
    index
      .municipality('hagby')!
      .apply(publicationOf({ ...postData, id: 'hidden' }, { number: 5_000, hidden: null }))
    const later = page({ after: 0 }, new Date(instant.getTime() + 2_000)).items
    expect(later.at(-1)).toMatchObject({ id: 'hidden', state: 'updated', modified: 5_000 })
  })
})

describe('the reader of RPDE', () => {
  const type = 'application/json; charset=utf-8'
  const now = new Date(instant.getTime() + 2_000)

  it('accepts the pages, one by one and from the first to the last', async () => {
    const walk = await walkRpde(`${url}?after=0&limit=3`, async (own) => {
      const search = new URL(own).searchParams
      const head = search.get('head')
      const query = {
        after: Number(search.get('after')),
        'changes-limit': 3,
        ...(head && { head: Number(head) }),
      }
      return { url: own, type, body: page(query, now, own) }
    })
    expect(walk.faults).toEqual([])
    expect(walk.pages).toBeGreaterThan(3)
    expect(walk.state.size).toBe(9)
  })

  it.each<[string, (body: Page) => unknown]>([
    ['an item twice', (body) => body.items.push(body.items[0]!)],
    ['numbers out of order', (body) => body.items.reverse()],
    ['a deletion with data', (body) => (body.items[0]!.state = 'deleted')],
    ['an update without data', (body) => delete body.items[0]!.data],
    ['another state', (body) => (body.items[0]!.state = 'new')],
    ['a number that is a text', (body) => ((body.items[0] as { modified: unknown }).modified = '1')],
    ['a next that is no address', (body) => (body.next = '?after=9')],
    ['a next that leads nowhere', (body) => (body.next = `${url}?after=0`)],
    ['an empty page that leads on', (body) => (body.items = [])],
    ['no licence', (body) => delete (body as Partial<Page>).license],
    [
      'a time without its zone',
      (body) => ((body.items[0] as { data: object }).data = { at: '2026-12-01T18:00:00' }),
    ],
  ])('finds %s', (_, spoil) => {
    const body = structuredClone(page({ after: 0 }, now))
    expect(rpdePageFaults({ url: `${url}?after=0`, type, body })).toEqual([])
    spoil(body)
    expect(rpdePageFaults({ url: `${url}?after=0`, type, body })).not.toEqual([])
  })
})
