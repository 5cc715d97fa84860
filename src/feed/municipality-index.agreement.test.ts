import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expandOccurrences } from '../calendar/occurrences.js'
import { addDays, dayAt, startOfDay } from '../calendar/zoned-time.js'
import type { EventData, PostData } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import { goneFor, visible } from '../publication/visibility.js'
import { chosenEvents, findOccurrences } from './event-query.js'
import {
  eventData,
  municipalityData,
  organisationData,
  placeData,
  postData,
  publicationOf,
} from './examples/publications.js'
import { createMunicipalityIndex, type MunicipalityIndex } from './municipality-index.js'
import { parameters, type Query } from './parameters.js'
import { findPosts } from './post-query.js'

const day = 86_400_000
const start = Date.UTC(2026, 10, 23, 12)
const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')

const state = fc.constantFrom(
  'live',
  'live',
  'live',
  'live',
  'scheduled',
  'withdrawn',
  'expired',
  'none',
  'erased',
) as fc.Arbitrary<Publication['state']>
const times = fc.record({
  after: fc.integer({ min: -40, max: 60 }),
  // Short, a night, an exhibition; none at all.
  hours: fc.constantFrom(null, 0, 2, 14, 24 * 9, 24 * 25, 24 * 60),
  rule: fc.constantFrom(null, null, 'FREQ=WEEKLY', 'FREQ=DAILY;COUNT=9', 'FREQ=MONTHLY'),
  moved: fc.option(fc.integer({ min: -30, max: 30 })),
})
const change = fc.record({
  kind: fc.constantFrom('event', 'event', 'event', 'post', 'organisation', 'place'),
  id: fc.integer({ min: 0, max: 14 }),
  state,
  times,
  category: fc.constantFrom('sport', 'music'),
  organisation: fc.constantFrom('o1', 'o2'),
  place: fc.constantFrom(null, 'p1', 'p2', 'p3'),
  active: fc.constantFrom(true, true, true, true, false),
  until: fc.option(fc.integer({ min: -5, max: 40 })),
  rank: fc.constantFrom('normal', 'urgent', 'pinned'),
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function eventOf({
  id,
  times: { after, hours, rule, moved },
  category,
  organisation,
  place,
}: Change): EventData {
  const at = start + after * day + (id % 3) * 3_600_000
  const facts = (one: string) => ({ id: one, name: one, address: null, latitude: null, longitude: null })
  const override = { occurrence: iso(at), start: iso(at + (moved ?? 0) * day), end: null, place: facts('p1') }
  return {
    ...eventData,
    id: `e${id}`,
    start: iso(at),
    end: hours === null ? null : iso(at + hours * 3_600_000),
    recurrence: rule && { rule, exceptions: [], additions: [] },
    overrides: moved === null ? [] : [{ ...override, status: null, statusReason: null, note: null }],
    categories: [category],
    organisation: { id: organisation, name: organisation },
    place: place && facts(place),
    pictures: [],
  }
}

function rowOf(one: Change, number: number, now: number): Publication {
  const more = {
    number,
    state: one.state,
    // Writers do not agree about the time to the second: numbers and times are not in the same order.
    modified: iso(now - (one.id % 4) * 6 * 3_600_000),
    visibleUntil: one.until === null ? null : iso(start + one.until * day),
    published: one.state === 'none' || one.state === 'scheduled' ? null : iso(now - one.id * 1_000),
    ended: one.state === 'live' ? null : iso(now),
  }
  if (one.kind === 'event') return publicationOf(eventOf(one), more)
  if (one.kind === 'organisation')
    return publicationOf(
      { ...organisationData, id: one.organisation },
      { ...more, state: 'live', visibleUntil: null, active: one.active },
    )
  if (one.kind === 'place')
    return publicationOf(
      { ...placeData, id: one.place ?? 'p1', replacedBy: one.active && one.place === 'p2' ? 'p3' : null },
      more,
    )
  const post: PostData = {
    ...postData,
    id: `n${one.id}`,
    importance: one.rank === 'urgent' ? 'urgent' : 'normal',
    pinned: one.rank === 'pinned',
    categories: [one.category],
    organisation: { id: one.organisation, name: one.organisation },
  }
  return publicationOf(post, more)
}

/** The same questions answered without any order or index: by looking at every row. */
function simply(rows: Map<string, Publication>, now: Date) {
  const seen = (row: Publication): boolean =>
    visible(
      row,
      row.organisation === null ? undefined : rows.get(`organisation ${row.organisation}`),
      rows.get('municipality hagby'),
      now,
    )
  const live = [...rows.values()].filter(seen)
  const under = (id: string | null): string[] => {
    const data = id === null ? null : rows.get(`place ${id}`)?.data
    const next = data?.kind === 'place' ? data.replacedBy : null
    return id === null ? [] : [id, ...under(next)]
  }
  const occurrences = live.flatMap((row) => {
    if (row.data?.kind !== 'event') return []
    const { data } = row
    const from = dayAt(row.modified, data.zone)
    const window = data.recurrence
      ? { from: startOfDay(from, data.zone), to: startOfDay(addDays(from, 400), data.zone) }
      : { from: new Date(0), to: new Date(8.64e14) }
    return expandOccurrences(data, window).map((occurrence) => ({ data, occurrence }))
  })
  return {
    live,
    events(query: Query) {
      const from = startOfDay(query.from ?? dayAt(now, 'Europe/Stockholm'), 'Europe/Stockholm').getTime()
      return occurrences
        .filter(({ occurrence }) => Math.max(occurrence.endsAt, occurrence.startsAt + 1) > from)
        .filter(({ occurrence }) => !query.to || occurrence.startsAt < Date.parse(query.to))
        .filter(({ data }) => !query.category || query.category.some((one) => data.categories.includes(one)))
        .filter(({ data }) => !query.organisation || query.organisation.includes(data.organisation.id))
        .filter(({ data, occurrence }) => {
          const place = (occurrence.place ?? data.place)?.id ?? null
          const wanted = query.place?.flatMap(under)
          return !wanted || under(place).some((one) => wanted.includes(one))
        })
        .sort(
          (a, b) =>
            a.occurrence.startsAt - b.occurrence.startsAt ||
            (a.data.id < b.data.id ? -1 : a.data.id > b.data.id ? 1 : 0) ||
            (a.occurrence.occurrence < b.occurrence.occurrence ? -1 : 1),
        )
        .filter(
          ({ data }, at, all) => !query.collapse || all.findIndex((one) => one.data.id === data.id) === at,
        )
        .map(({ data, occurrence }) => `${data.id} ${occurrence.occurrence} ${occurrence.start}`)
    },
    changes: (after: number) =>
      [...rows.values()]
        .filter((row) => row.number > after)
        .filter((row) => row.published !== null || (row.state !== 'none' && row.state !== 'scheduled'))
        .filter(
          (row) =>
            ['live', 'scheduled'].includes(row.state) || now.getTime() - Date.parse(row.modified) < goneFor,
        )
        .sort((a, b) => a.number - b.number)
        .map((row) => row.number),
    horizon: () =>
      [...rows.values()]
        .filter((row) => !['live', 'scheduled'].includes(row.state))
        .filter((row) => row.published !== null || row.state !== 'none')
        .filter((row) => now.getTime() - Date.parse(row.modified) >= goneFor)
        .reduce((most, row) => Math.max(most, row.number), 0),
  }
}

/** A list read page by page to its end. */
function pages(index: MunicipalityIndex, query: Query, now: Date): string[] {
  const all: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = findOccurrences(
      index,
      { ...query, limit: 3, ...(cursor && { cursor: parameters.cursor.read(cursor)! }) },
      now,
    )
    all.push(
      ...page.found.map(
        (one) => `${one.publication.id} ${one.occurrence.occurrence} ${one.occurrence.start}`,
      ),
    )
    cursor = page.cursor
  }
  return all
}

const facet: fc.Arbitrary<Query> = fc.constantFrom(
  {},
  {},
  { category: ['sport'] },
  { category: ['none'] },
  { organisation: ['o1'] },
  { organisation: ['o1', 'o2'], category: ['sport', 'music'] },
  { place: ['p1'] },
  { place: ['p3'], category: ['music'] },
  { place: ['p1', 'p2'] },
)
const question: fc.Arbitrary<Query> = fc
  .record({
    facet,
    from: fc.option(fc.integer({ min: -60, max: 40 }), { nil: undefined }),
    to: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    collapse: fc.boolean(),
  })
  .map(({ facet: chosen, from, to, collapse }) => ({
    ...chosen,
    ...(from !== undefined && { from: iso(start + from * day).slice(0, 10) }),
    ...(to !== undefined && { to: iso(start + to * day) }),
    ...(collapse && { collapse: 'series' as const }),
  }))

it('answers as if it looked at every row, whatever changed in whatever order', () => {
  let found = 0
  const step = fc.record({ change, hours: fc.integer({ min: 0, max: 12 }), question })
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }),
      fc.boolean(),
      (steps, late) => {
        const index = createMunicipalityIndex('hagby', (fault) => {
          throw fault
        })
        const rows = new Map<string, Publication>()
        let number = 0
        const apply = (row: Publication): void => {
          rows.set(`${row.kind} ${row.id}`, row)
          index.apply(row)
        }
        for (const data of [
          municipalityData,
          { ...organisationData, id: 'o1' },
          { ...organisationData, id: 'o2' },
        ])
          apply(publicationOf(data, { number: (number += 1) }))
        let at = start
        for (const [position, { change: one, hours, question: query }] of steps.entries()) {
          at += hours * 3_600_000
          apply(rowOf(one, (number += 1), at))
          // Filled at once and then asked, or asked after each change.
          if (late && position < steps.length - 1) continue
          const now = new Date(at + (number % 9 === 0 ? 95 * day : 0))
          const model = simply(rows, now)
          expect(pages(index, query, now)).toEqual(model.events(query))
          const { collapse: _, ...times } = query
          const ids = model.events(times).map((one) => one.slice(0, one.indexOf(' ')))
          expect(chosenEvents(index, times, now).map((one) => one.publication.id)).toEqual([...new Set(ids)])
          found += model.events(query).length
          const changed = index.changesAfter(one.id, 100, now).map((row) => row.number)
          expect(changed).toEqual(model.changes(one.id))
          expect(index.horizon(now)).toBe(model.horizon())
          for (const kind of ['event', 'post', 'place'] as const) {
            const ofKind = model.live
              .filter((row) => row.kind === kind)
              .map((row) => row.id)
              .sort()
            expect(index.live(kind, now).map((row) => row.id)).toEqual(ofKind)
            const after = ofKind[1] ?? ''
            expect(index.live(kind, now, { after, limit: 2 }).map((row) => row.id)).toEqual(
              ofKind.filter((id) => id > after).slice(0, 2),
            )
          }
          const posts = findPosts(index, { limit: 100 }, now).found.map((row) => row.id)
          expect([...posts].sort()).toEqual(
            model.live
              .filter((row) => row.kind === 'post')
              .map((row) => row.id)
              .sort(),
          )
        }
      },
    ),
    { numRuns: 120, seed: 20261123 },
  )
  expect(found).toBeGreaterThan(5_000)
})
