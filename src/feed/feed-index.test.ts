import { afterEach, describe, expect, it } from 'vitest'
import { DomainError } from '../shared/errors.js'
import type { Publication } from '../publication/publication.js'
import { createFeedIndex, type FeedIndex } from './feed-index.js'
import { changesJson } from './formats/changes-json.js'
import {
  eventData,
  instant,
  municipalityData,
  oneOfEach,
  placeData,
  postData,
  publicationOf,
  readerOf,
} from './examples/publications.js'
import type { PublicationReader } from './reader.js'
import { withBytes } from './stored-publication.js'

const open: FeedIndex[] = []
afterEach(() => open.splice(0).forEach((one) => one.stop()))
let now = instant
const clock = { now: () => now }
async function started(reader: PublicationReader, faults: unknown[] = []): Promise<FeedIndex> {
  now = instant
  const index = createFeedIndex({ reader, clock, pollEvery: 20, onFault: (fault) => faults.push(fault) })
  open.push(index)
  await index.start()
  return index
}
const hagby = (index: FeedIndex) => index.municipality('hagby')!
const setting = { baseUrl: 'https://torg.example', municipality: municipalityData }
const own = 'https://torg.example/feed/v1/hagby/changes'
interface Changes {
  items: { id: string; kind: string; state: string; modified: number; data?: unknown }[]
  next: string
}
const changes = (index: FeedIndex, query: object, url = own): Changes =>
  changesJson(hagby(index), query, url, now, setting) as unknown as Changes
const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 200) throw new Error('It did not happen.')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('the index follows the changes', () => {
  it('shows a new publication and hides a withdrawn one within a poll', async () => {
    const rows = oneOfEach()
    const index = await started(readerOf(rows))
    rows.push(publicationOf({ ...eventData, id: 'e2' }))
    rows.push(
      publicationOf(postData, { state: 'withdrawn', data: null, pictures: [], ended: instant.toISOString() }),
    )
    await until(() => hagby(index).find('event', 'e2') !== undefined)
    expect(
      hagby(index)
        .live('event', now)
        .map((one) => one.id),
    ).toEqual(['e1', 'e2'])
    expect(hagby(index).live('post', now)).toEqual([])
  })

  it('misses nothing that changes while it reads everything for the first time', async () => {
    const rows = oneOfEach()
    const inner = readerOf(rows)
    const changed = { ...rows[4]!, number: 100_000, data: { ...eventData, title: 'Ändrad' } }
    const later = publicationOf({ ...eventData, id: 'e9' }, { number: 100_001 })
    const index = await started({
      ...inner,
      async readAll(onRow, at) {
        // The stream has passed the event when it changes, but comes to the one that is written after it.
        await inner.readAll(onRow, at)
        rows.push(changed, later)
        onRow(later)
      },
    })
    expect(hagby(index).find('event', 'e1')?.number).toBe(100_000)
    expect(hagby(index).latest()).toBe(100_001)
  })

  it('misses nothing whose number was given out before its row was written', async () => {
    const rows = oneOfEach()
    const inner = readerOf(rows)
    let promised = 0
    const latestNumbers = async () => {
      const numbers = await inner.latestNumbers()
      return { hagby: Math.max(promised, numbers.hagby!) }
    }
    const index = await started({ ...inner, latestNumbers })
    const late = publicationOf({ ...eventData, id: 'late' })
    promised = late.number
    await index.catchUp()
    rows.push(late)
    await index.catchUp()
    expect(hagby(index).find('event', 'late')?.number).toBe(late.number)
  })

  it('never goes back to an older change', async () => {
    const rows = oneOfEach()
    const index = await started(readerOf(rows))
    hagby(index).apply({ ...rows[4]!, number: 0, state: 'live', data: { ...eventData, title: 'Gammal' } })
    expect(hagby(index).find('event', 'e1')?.data).toMatchObject({ title: eventData.title })
  })

  it('goes on after the database was away, and says that it is not ready meanwhile', async () => {
    const rows = oneOfEach()
    const inner = readerOf(rows)
    let away = false
    const faults: unknown[] = []
    const reader = {
      ...inner,
      latestNumbers: () => (away ? Promise.reject(new Error('away')) : inner.latestNumbers()),
    }
    const index = await started(reader, faults)
    expect(index.ready(now)).toBe(true)
    away = true
    await until(() => faults.length > 0)
    now = new Date(instant.getTime() + 11_000)
    expect(index.ready(now)).toBe(false)
    expect(hagby(index).live('event', now)).toHaveLength(1)
    rows.push(publicationOf({ ...eventData, id: 'e2' }))
    away = false
    await until(() => hagby(index).live('event', now).length === 2)
    expect(index.ready(now)).toBe(true)
  })

  it('reads at once when it is woken', async () => {
    const rows = oneOfEach()
    let wake = (): void => {}
    const index = createFeedIndex({
      reader: { ...readerOf(rows), onChange: (call) => ((wake = call), () => {}) },
      clock,
      pollEvery: 600_000,
    })
    open.push(index)
    await index.start()
    rows.push(publicationOf({ ...eventData, id: 'e2' }))
    wake()
    await until(() => hagby(index).find('event', 'e2') !== undefined)
  })

  it('keeps the others when one event has a rule that cannot be read, and tells of it', async () => {
    const faults: unknown[] = []
    const broken = {
      ...eventData,
      id: 'e0',
      recurrence: { rule: 'FREQ=NEVER', exceptions: [], additions: [] },
    }
    const index = await started(readerOf([...oneOfEach(), publicationOf(broken)]), faults)
    expect(hagby(index).occurrences(now)).toHaveLength(1)
    expect(faults).toHaveLength(1)
  })
})

describe('a stored row that cannot be read', () => {
  const lacking = (data: object, field: string): never => ({ ...data, [field]: undefined }) as never
  const bad: [string, string, object][] = [
    ['event', 'categories', eventData],
    ['event', 'translations', eventData],
    ['event', 'overrides', eventData],
    ['event', 'organisation', eventData],
    ['event', 'coOrganisers', eventData],
    ['post', 'areas', postData],
    ['post', 'organisation', postData],
  ]
  it.each(bad)('of an %s without %s stops nothing and is not shown', async (kind, field, data) => {
    const faults: unknown[] = []
    const whole = publicationOf({ ...data, id: 'bad' } as never)
    const broken = { ...whole, data: lacking({ ...data, id: 'bad' }, field) }
    const rows = [...oneOfEach(), broken]
    const index = await started(readerOf(rows), faults)
    expect(faults.map(String)).toEqual([
      `Error: What is stored of a publication cannot be shown: ${kind} bad`,
    ])
    const shown = () => ({
      live: hagby(index).live(kind as 'event', now).length,
      presence: hagby(index).presence(hagby(index).find(kind as 'event', 'bad')!, now).status,
      told: changes(index, { after: 0 }).items.find((one) => one.id === 'bad')?.state,
      times: hagby(index).occurrences(now).length,
      posts: hagby(index).posts().all().length,
    })
    const nothing = { live: 1, presence: 404, told: 'deleted', times: 1, posts: 1 }
    expect(shown()).toEqual(nothing)
    // A good version enters as any other, and a bad one after it takes it out, pictures too, as a take-down does.
    rows.push({ ...whole, number: 9_000 })
    await index.catchUp()
    const [times, posts] = kind === 'event' ? [2, 1] : [1, 2]
    expect(shown()).toEqual({ live: 2, presence: 200, told: 'updated', times, posts })
    rows.push({ ...broken, number: 9_001 })
    await index.catchUp()
    expect(shown()).toEqual(nothing)
    expect(hagby(index).takenDownAt()).toBe(hagby(index).version())
  })
})

describe('suspension and closing', () => {
  const with_ = async (kind: string, more: Partial<Publication>) => {
    const rows = oneOfEach()
    const index = await started(readerOf(rows))
    const row = rows.find((one) => one.kind === kind)!
    rows.push({ ...row, ...more, number: hagby(index).latest() + 1_000 })
    await index.catchUp()
    return index
  }

  it('hides all that is theirs at once, pictures and deltas too, and brings it back when lifted', async () => {
    const index = await with_('organisation', { active: false })
    expect(hagby(index).occurrences(now)).toEqual([])
    expect(hagby(index).usesPicture('m1', now)).toBe(false)
    const states = changes(index, { after: 0 }).items.map((one) => [one.kind, one.state])
    expect(states).toContainEqual(['event', 'deleted'])
    expect(states).toContainEqual(['post', 'deleted'])
    expect(states).toContainEqual(['place', 'updated'])
    hagby(index).apply({ ...hagby(index).find('organisation', 'o1')!, active: true, number: 999_999 })
    expect(hagby(index).occurrences(now)).toHaveLength(1)
    expect(hagby(index).usesPicture('m1', now)).toBe(true)
  })

  it('of the municipality hides everything', async () => {
    const index = await with_('municipality', { active: false })
    expect(changes(index, { after: 0 }).items.map((one) => one.state)).toEqual(Array(6).fill('deleted'))
    expect(changes(index, { after: 0 }).items.some((one) => 'data' in one)).toBe(false)
  })
})

describe('the list of changes', () => {
  it('is read to its end page by page, each item once, and the last page repeats its own address', async () => {
    const index = await started(readerOf(oneOfEach()))
    const seen: number[] = []
    let url = `${own}?after=0&limit=4`
    for (let pages = 0; pages < 10; pages += 1) {
      const search = new URL(url).searchParams
      const head = search.get('head')
      const query = {
        after: Number(search.get('after')),
        'changes-limit': 4,
        ...(head && { head: Number(head) }),
      }
      const page = changes(index, query, url)
      seen.push(...page.items.map((one) => one.modified))
      if (page.next === url) break
      url = page.next
    }
    expect(seen).toHaveLength(6)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
    expect(url).toContain(`head=${hagby(index).latest()}`)
    expect(url).toContain('limit=4')
  })

  it('says nothing of what was never public', async () => {
    const hidden = [
      publicationOf({ ...eventData, id: 'x1' }, { state: 'scheduled', published: null }),
      publicationOf({ ...eventData, id: 'x2' }, { state: 'none', published: null, data: null }),
    ]
    const index = await started(readerOf([...oneOfEach(), ...hidden]))
    expect(changes(index, { after: 0 }).items.map((one) => one.id)).not.toContain('x1')
    expect(changes(index, { after: 0 }).items.map((one) => one.id)).not.toContain('x2')
  })

  it('keeps tombstones for 90 days, then asks readers that stopped before to start anew', async () => {
    const old = {
      state: 'removed',
      data: null,
      ended: '2026-08-26T12:00:00Z',
      modified: '2026-08-26T12:00:00Z',
    } as const
    const rows = [publicationOf(placeData, { ...old }), ...oneOfEach()].map((row, at) => ({
      ...row,
      number: (at + 1) * 10,
    }))
    rows[0] = { ...rows[0]!, id: 'gone' }
    const index = await started(readerOf(rows))
    expect(changes(index, { after: 5 }).items[0]).toEqual({
      id: 'gone',
      kind: 'place',
      modified: 10,
      state: 'deleted',
    })
    now = new Date('2026-11-24T12:00:00Z')
    expect(() => changes(index, { after: 5 })).toThrow(DomainError)
    expect(() => changes(index, { after: 5, head: 9 })).toThrow(/again/)
    expect(changes(index, { after: 5, head: 70 }).items).toHaveLength(6)
    expect(changes(index, { after: 0 }).items).toHaveLength(6)
    expect(changes(index, { after: 10 }).items).toHaveLength(6)
  })

  it('lets go of what is forgotten, at the start and as time passes, and keeps its number for late readers', async () => {
    const gone = (id: string, ended: string, number: number) =>
      publicationOf({ ...placeData, id }, { state: 'removed', data: null, ended, modified: ended, number })
    const rows = [gone('long', '2026-08-01T12:00:00Z', 2_000), ...oneOfEach()]
    rows.push(gone('lately', '2026-08-26T12:00:00Z', 3_000), gone('longer', '2026-07-01T12:00:00Z', 4_000))
    const inner = readerOf(rows)
    let reads = 0
    const index = await started({
      ...inner,
      readSince: (...asked) => ((reads += 1), inner.readSince(...asked)),
    })
    const held = () => ['long', 'lately', 'longer'].filter((id) => hagby(index).find('place', id))
    expect(held()).toEqual(['lately'])
    expect([hagby(index).horizon(now), hagby(index).latest()]).toEqual([4_000, 4_000])
    expect(() => changes(index, { after: 3_999 })).toThrow(/again/)
    // What was not read is known to be there: it is not looked for at every poll.
    await index.catchUp()
    expect(reads).toBe(0)
    now = new Date('2026-11-24T12:00:00Z')
    await index.catchUp()
    expect(held()).toEqual([])
    rows.push(publicationOf({ ...placeData, id: 'lately' }, { number: 5_000 }))
    await index.catchUp()
    expect(
      hagby(index)
        .live('place', now)
        .map((row) => row.id),
    ).toEqual(['lately', 'p1'])
    rows.push(gone('lately', '2026-08-01T12:00:00Z', 6_000))
    await index.catchUp()
    expect([held(), hagby(index).horizon(now), hagby(index).latest()]).toEqual([[], 6_000, 6_000])
  })

  it('shows what an organisation has published also long after its profile was removed', async () => {
    const ended = '2026-08-26T12:00:00Z'
    const rows = oneOfEach()
    const index = await started(readerOf(rows))
    const profile = rows.find(({ kind }) => kind === 'organisation')!
    const number = hagby(index).latest() + 1
    rows.push({ ...profile, state: 'removed', data: null, ended, modified: ended, number })
    await index.catchUp()
    now = new Date('2026-11-24T12:00:00Z')
    await index.catchUp()
    const event = hagby(index).live('event', now)
    expect(event.length).toBeGreaterThan(0)
  })

  it('carries the occurrences of 400 days from the day of the change', async () => {
    const recurrence = { rule: 'FREQ=WEEKLY', exceptions: [], additions: [] }
    const index = await started(
      readerOf([...oneOfEach(), publicationOf({ ...eventData, id: 'w', recurrence })]),
    )
    const item = changes(index, { after: 0 }).items.find((one) => one.id === 'w')!
    const { occurrences } = item.data as { occurrences: { start: string }[] }
    expect(occurrences[0]?.start).toBe('2026-11-24T18:00:00+01:00')
    expect(occurrences.at(-1)?.start).toBe('2027-12-21T18:00:00+01:00')
    expect(occurrences).toHaveLength(57)
  })
})

it('hides what has expired by its own clock, and knows until when an answer stays true', async () => {
  const rows = [
    ...oneOfEach(),
    publicationOf({ ...postData, id: 'n2' }, { visibleUntil: '2026-11-23T12:00:05Z' }),
  ]
  const index = await started(readerOf(rows))
  expect(hagby(index).steadyUntil(now)).toBe(Date.parse('2026-11-23T12:00:05Z'))
  expect(hagby(index).live('post', now)).toHaveLength(2)
  now = new Date('2026-11-23T12:00:05Z')
  expect(hagby(index).live('post', now)).toHaveLength(1)
  expect(hagby(index).steadyUntil(now)).toBe(Date.parse('2026-11-23T23:00:00Z'))
})

it('an answer ends with the day of an event that has another zone', async () => {
  const rows = oneOfEach().map((row) =>
    row.kind === 'event' ? { ...row, data: { ...eventData, zone: 'Europe/Helsinki' } } : row,
  )
  const index = await started(readerOf(rows))
  // Midnight in Helsinki, an hour before that of the municipality.
  expect(hagby(index).steadyUntil(new Date('2026-11-24T12:00:00Z'))).toBe(Date.parse('2026-11-24T22:00:00Z'))
  expect(hagby(index).steadyUntil(new Date('2026-11-24T22:00:00Z'))).toBe(Date.parse('2026-11-24T23:00:00Z'))
})

describe('a publication that is held', () => {
  it('gives its data whenever it is looked at, and a copy with other data has those', async () => {
    const index = await started(readerOf(oneOfEach()))
    const held = hagby(index).find('event', 'e1')!
    expect(held.data).toEqual(eventData)
    const copy = { ...held, number: 1_000, data: { ...eventData, title: 'Ny rubrik' } }
    expect(JSON.parse(JSON.stringify(copy)) as Publication).toMatchObject({
      id: 'e1',
      data: { title: 'Ny rubrik' },
    })
    hagby(index).apply(copy)
    expect(hagby(index).find('event', 'e1')!.data).toMatchObject({ title: 'Ny rubrik' })
    expect(hagby(index).presence({ ...held, data: null }, now)).toEqual({ status: 404 })
  })

  it('reads what a database handed over as bytes', async () => {
    const rows = oneOfEach()
    const given = withBytes(
      { ...rows[4]!, number: 500 },
      Buffer.from(JSON.stringify({ ...eventData, title: 'Ur byte' })),
    )
    const index = await started(readerOf([...rows, given]))
    expect(hagby(index).find('event', 'e1')!.data).toMatchObject({ title: 'Ur byte' })
  })
})
