import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expandOccurrences, type Occurrence } from '../calendar/occurrences.js'
import { addDays, dayAt, startOfDay } from '../calendar/zoned-time.js'
import type { EventData, PostData } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import { goneFor, visible } from '../publication/visibility.js'
import { chosenEvents, eventFilters, findOccurrences } from './event-query.js'
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
  organisation: fc.constantFrom('o1', 'o2', 'o3'),
  place: fc.constantFrom(null, 'p1', 'p2', 'p3'),
  active: fc.constantFrom(true, true, true, true, false),
  until: fc.option(fc.integer({ min: -5, max: 40 })),
  rank: fc.constantFrom('normal', 'urgent', 'pinned'),
  type: fc.constantFrom('news', 'notice') as fc.Arbitrary<PostData['type']>,
  zone: fc.constantFrom('Europe/Stockholm', 'Europe/Helsinki', 'America/New_York'),
  isAllDay: fc.constantFrom(false, false, false, true),
  beside: fc.constantFrom<string[]>([], [], ['o1'], ['o2'], ['o3', 'o2']),
  audiences: fc.constantFrom<string[]>([], ['children'], ['children', 'seniors']),
  areas: fc.constantFrom<string[]>([], ['north'], ['south', 'north']),
  accessibility: fc.constantFrom<string[]>([], ['step-free'], ['hearing-loop', 'step-free']),
  attendance: fc.constantFrom('in-person', 'in-person', 'online', 'mixed') as fc.Arbitrary<
    EventData['attendance']
  >,
  age: fc.constantFrom(null, { from: 7, to: 12 }, { from: 18, to: null }, { from: null, to: 6 }),
  free: fc.constantFrom(null, true, false),
  umbrella: fc.constantFrom(null, null, 'e1', 'e2'),
  words: fc.constantFrom('Öppen träning', 'Kör i kyrkan', 'Blåbærtur på øya'),
  english: fc.constantFrom(null, 'Choir in the church'),
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

/** Where places are; one says nothing of it. */
const positions: Record<string, [number, number] | undefined> = { p1: [59.1, 17.2], p2: [59.2, 17.9] }
const placeFacts = (id: string) => {
  const [latitude, longitude] = positions[id] ?? [null, null]
  return { id, name: `Plats ${id}`, address: null, latitude, longitude }
}

function eventOf(one: Change): EventData {
  const { id, organisation, place, free, isAllDay } = one
  const { after, hours, rule, moved } = one.times
  const at = start + after * day + (id % 3) * 3_600_000
  const told = (time: number): string => (isAllDay ? iso(time).slice(0, 10) : iso(time))
  const override = {
    ...{ status: null, statusReason: null, note: null, end: null },
    occurrence: told(at),
    start: told(at + (moved ?? 0) * day),
    place: placeFacts('p1'),
  }
  const translation = one.english && { language: 'en', title: one.english, summary: null, body: null }
  return {
    ...eventData,
    id: `e${id}`,
    title: one.words,
    summary: null,
    body: null,
    translations: translation ? [translation] : [],
    start: told(at),
    end: hours === null ? null : told(at + hours * 3_600_000),
    zone: one.zone,
    allDay: isAllDay,
    recurrence: rule && { rule, exceptions: [], additions: [] },
    overrides: moved === null ? [] : [override],
    categories: [one.category],
    organisation: { id: organisation, name: organisation },
    coOrganisers: one.beside
      .filter((other) => other !== organisation)
      .map((other) => ({ id: other, name: other })),
    audiences: one.audiences,
    areas: one.areas,
    accessibility: one.accessibility,
    attendance: one.attendance,
    age: one.age,
    price: free === null ? null : { free, from: null, to: null, currency: null, note: null },
    umbrella: one.umbrella,
    place: place && placeFacts(place),
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
    title: one.words,
    body: null,
    type: one.type,
    audiences: one.audiences,
    areas: one.areas,
    categories: [one.category],
    organisation: { id: one.organisation, name: one.organisation },
  }
  return publicationOf(post, more)
}

/** As readers type: without marks, in small letters, in the letters that others write. */
const plain = (text: string): string =>
  text.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').normalize('NFD').replace(/\p{M}/gu, '')
const says = (texts: (string | null | undefined)[], q: string | undefined): boolean =>
  !q ||
  plain(q)
    .split(' ')
    .every((word) => texts.some((text) => text && plain(text).includes(word)))
const anyOf = (wanted: string[] | undefined, has: string[]): boolean =>
  !wanted || wanted.some((one) => has.includes(one))
/** Kilometres, by the law of cosines on a ball. */
function kilometres(
  latitude: number,
  longitude: number,
  to: { latitude: number; longitude: number },
): number {
  const [a, b, between] = [latitude, to.latitude, longitude - to.longitude].map(
    (one) => (one * Math.PI) / 180,
  )
  return (
    6371 *
    Math.acos(Math.min(1, Math.sin(a!) * Math.sin(b!) + Math.cos(a!) * Math.cos(b!) * Math.cos(between!)))
  )
}

/** Whether an event is what is asked for, each filter by its own sentence in the documentation. */
function isAskedFor(data: EventData, query: Query, isActive: (id: string) => boolean): boolean {
  const { age, areas, audiences, price } = data
  const named = [data.organisation.id, ...data.coOrganisers.map((one) => one.id).filter(isActive)]
  if (!anyOf(query.category, data.categories) || !anyOf(query.organisation, named)) return false
  if (query['not-category'] && anyOf(query['not-category'], data.categories)) return false
  if (areas.length > 0 && !anyOf(query.area, areas)) return false
  if (audiences.length > 0 && !anyOf(query.audience, audiences)) return false
  if (query.umbrella && !query.umbrella.some((one) => one === data.umbrella)) return false
  if (query.accessibility?.some((one) => !data.accessibility.includes(one))) return false
  if (query.free !== undefined && price?.free !== query.free) return false
  if (query.age !== undefined && age && (query.age < (age.from ?? 0) || query.age > (age.to ?? 999)))
    return false
  const ways = data.attendance === 'mixed' ? ['mixed', 'in-person', 'online'] : [data.attendance]
  if (!anyOf(query.attendance, ways)) return false
  const { title, place, organisation, translations } = data
  return says([title, ...translations.map((one) => one.title), place?.name, organisation.name], query.q)
}

function isWhereAndWhenAsked(data: EventData, occurrence: Occurrence, query: Query): boolean {
  const { weekday, bbox, near } = query
  const name = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: data.zone }).format(
    occurrence.startsAt,
  )
  if (weekday && !weekday.includes(name.slice(0, 2).toLowerCase())) return false
  if (!bbox && !near) return true
  const { latitude, longitude } = occurrence.place ?? data.place ?? {}
  if (latitude == null || longitude == null) return false
  if (near && kilometres(latitude, longitude, near) > (query.within ?? 5)) return false
  return (
    !bbox ||
    (bbox.south <= latitude && latitude <= bbox.north && bbox.west <= longitude && longitude <= bbox.east)
  )
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
  const isActive = (id: string): boolean => rows.get(`organisation ${id}`)?.active === true
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
        .filter(({ data }) => isAskedFor(data, query, isActive))
        .filter(({ data, occurrence }) => isWhereAndWhenAsked(data, occurrence, query))
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
    posts: (query: Query) =>
      live
        .filter(({ data }) => {
          if (data?.kind !== 'post') return false
          const { areas, audiences } = data
          return (
            anyOf(query.type, [data.type]) &&
            anyOf(query.category, data.categories) &&
            anyOf(query.organisation, [data.organisation.id]) &&
            (areas.length === 0 || anyOf(query.area, areas)) &&
            (audiences.length === 0 || anyOf(query.audience, audiences)) &&
            says([data.title, data.organisation.name], query.q)
          )
        })
        .map((row) => row.id)
        .sort(),
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
/** Asked now and then. */
const maybe = <T>(...values: T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  )
const filters = fc.record({
  'not-category': maybe(['sport'], ['music', 'none']),
  area: maybe(['north'], ['south', 'none'], ['none']),
  audience: maybe(['children'], ['seniors'], ['none']),
  umbrella: maybe(['e1'], ['e1', 'e2'], ['none']),
  accessibility: maybe(['step-free'], ['step-free', 'hearing-loop'], ['none']),
  attendance: maybe(['online'], ['in-person'], ['mixed'], ['mixed', 'online']),
  weekday: maybe(['mo'], ['tu', 'we'], ['sa', 'su', 'fr']),
  free: maybe(true, false),
  age: maybe(0, 6, 7, 12, 30),
  q: maybe('KOR', 'oppen TRÄN', 'blabaer oya', 'choir church', 'plats p1', 'o2', 'ingenting'),
  type: maybe(['news'], ['news', 'notice']),
  bbox: maybe('17,59,17.5,59.15', '17,59,18,60', '0,0,1,1'),
  near: maybe('59.1,17.2', '59.2,17.8', '50,10'),
  within: fc.constantFrom(undefined, '1', '6', '50'),
})

const question: fc.Arbitrary<Query> = fc
  .record({
    facet,
    filters,
    from: fc.option(fc.integer({ min: -60, max: 40 }), { nil: undefined }),
    to: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    collapse: fc.boolean(),
  })
  .map(({ facet: chosen, filters: { near, within, bbox, ...more }, from, to, collapse }) => ({
    ...chosen,
    ...(Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) as Query),
    ...(near && { near: parameters.near.read(near)! }),
    ...(near && within && { within: parameters.within.read(within)! }),
    ...(bbox && { bbox: parameters.bbox.read(bbox)! }),
    ...(from !== undefined && { from: iso(start + from * day).slice(0, 10) }),
    ...(to !== undefined && { to: iso(start + to * day) }),
    ...(collapse && { collapse: 'series' as const }),
  }))

it('answers as if it looked at every row, whatever changed in whatever order', () => {
  let found = 0
  let foundPosts = 0
  /** How often something was found by each filter: one that never finds anything would prove nothing. */
  const matched = new Map<string, number>()
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
          { ...organisationData, id: 'o3' },
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
          const posts = findPosts(index, { ...query, limit: 100, cursor: undefined } as Query, now).found
          expect(posts.map((row) => row.id).sort()).toEqual(model.posts(query))
          foundPosts += posts.length
          for (const name of Object.keys(query) as (keyof Query)[])
            if (model.events(query).length > 0) matched.set(name, (matched.get(name) ?? 0) + 1)
        }
      },
    ),
    { numRuns: 120, seed: 20261123 },
  )
  expect(found).toBeGreaterThan(3_000)
  expect(foundPosts).toBeGreaterThan(500)
  const asked = [...eventFilters.filter((one) => one !== 'within'), 'collapse']
  expect(asked.filter((one) => (matched.get(one) ?? 0) < 20)).toEqual([])
})
