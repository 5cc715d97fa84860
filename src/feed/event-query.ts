import { wallAt } from '../calendar/zoned-time.js'
import { addDays, dayAt, isDay, startOfDay } from '../calendar/zoned-time.js'
import type { EventData, MunicipalityData, PlaceFacts } from '../publication/public-data.js'
import { plainText } from '../publication/rich-text.js'
import type { LiveOccurrence, MunicipalityIndex } from './municipality-index.js'
import { cursorOf, type Query } from './parameters.js'

export interface Page<T> {
  found: T[]
  /** Where the next page begins; null where there is none. */
  cursor: string | null
}

export const eventFilters = [
  'from',
  'to',
  'category',
  'not-category',
  'organisation',
  'place',
  'area',
  'audience',
  'umbrella',
  'bbox',
  'near',
  'within',
  'weekday',
  'free',
  'age',
  'accessibility',
  'attendance',
  'q',
] as const

/** Visible occurrences that a query chooses, in time order. Default: from the start of today, 50 at most. */
export function findOccurrences(index: MunicipalityIndex, query: Query, now: Date): Page<LiveOccurrence> {
  const limit = query.limit ?? 50
  const after = query.cursor
  const found: LiveOccurrence[] = []
  const seen = new Set<string>()
  for (const one of chosenOccurrences(index, query, now)) {
    if (query.collapse && seen.has(one.publication.id)) continue
    seen.add(one.publication.id)
    if (after && !isAfter(one, after)) continue
    if (found.length === limit) {
      const last = found.at(-1)!
      return {
        found,
        cursor: cursorOf(last.occurrence.startsAt, last.publication.id, last.occurrence.occurrence),
      }
    }
    found.push(one)
  }
  return { found, cursor: null }
}

/** All visible occurrences that a query chooses, without pages: for subscriptions. */
export function* chosenOccurrences(
  index: MunicipalityIndex,
  query: Query,
  now: Date,
): Iterable<LiveOccurrence> {
  const zone = (index.municipality()?.data as MunicipalityData | null)?.zone ?? 'UTC'
  const from = query.from ? startOf(query.from, zone) : startOfDay(dayAt(now, zone), zone).getTime()
  const to = query.to
    ? isDay(query.to)
      ? startOf(addDays(query.to, 1), zone)
      : Date.parse(query.to)
    : Infinity
  const fits = new Map<string, boolean>()
  for (const one of index.occurrences(now)) {
    const { startsAt, endsAt } = one.occurrence
    if (startsAt >= to) return
    if (Math.max(endsAt, startsAt + 1) <= from) continue
    const { id, data } = one.publication
    let fit = fits.get(id)
    if (fit === undefined) fits.set(id, (fit = eventFits(data, query)))
    if (fit && occurrenceFits(one, query, index)) yield one
  }
}

function startOf(text: string, zone: string): number {
  return isDay(text) ? startOfDay(text, zone).getTime() : Date.parse(text)
}

const meets = (wanted: string[] | undefined, has: readonly string[]): boolean =>
  !wanted || wanted.some((one) => has.includes(one))
/** An empty list of areas or audiences means everyone. */
const meetsOrAll = (wanted: string[] | undefined, has: readonly string[]): boolean =>
  has.length === 0 || meets(wanted, has)

function eventFits(event: EventData, query: Query): boolean {
  const organisations = [event.organisation, ...event.coOrganisers].map((one) => one.id)
  return (
    meets(query.category, event.categories) &&
    !event.categories.some((one) => query['not-category']?.includes(one)) &&
    meets(query.organisation, organisations) &&
    meets(query.umbrella, event.umbrella ? [event.umbrella] : []) &&
    meetsOrAll(query.area, event.areas) &&
    meetsOrAll(query.audience, event.audiences) &&
    (query.accessibility ?? []).every((one) => event.accessibility.includes(one)) &&
    (query.free === undefined || event.price?.free === query.free) &&
    (query.age === undefined || isForAge(event.age, query.age)) &&
    meets(
      query.attendance,
      event.attendance === 'mixed' ? ['mixed', 'in-person', 'online'] : [event.attendance],
    ) &&
    (query.q === undefined || hasWords(wordsOf(event), query.q))
  )
}

function occurrenceFits(
  { publication, occurrence }: LiveOccurrence,
  query: Query,
  index: MunicipalityIndex,
): boolean {
  const event = publication.data
  const place = occurrence.place ?? event.place
  return (
    (!query.place ||
      meets(
        query.place.flatMap((id) => placeIds(id, index)),
        placeIds(place?.id ?? null, index),
      )) &&
    (!query.weekday || query.weekday.includes(weekdayOf(occurrence.start, event))) &&
    (!query.bbox || isInBox(place, query.bbox)) &&
    (!query.near || distance(place, query.near) <= (query.within ?? 5))
  )
}

/** A place that was merged into another is the same place: both are found under either id. */
function placeIds(id: string | null, index: MunicipalityIndex): string[] {
  const ids: string[] = []
  for (let next = id; next && !ids.includes(next);) {
    ids.push(next)
    const data = index.find('place', next)?.data
    next = data?.kind === 'place' ? data.replacedBy : null
  }
  return ids
}

function weekdayOf(start: string, event: EventData): string {
  const day = event.allDay ? start : wallAt(start, event.zone).toPlainDate().toString()
  return ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'][new Date(`${day}T00:00:00Z`).getUTCDay()]!
}

function isForAge(age: EventData['age'], years: number): boolean {
  return !age || ((age.from ?? 0) <= years && years <= (age.to ?? Infinity))
}

function isInBox(place: PlaceFacts | null, box: NonNullable<Query['bbox']>): boolean {
  if (place?.latitude == null || place.longitude == null) return false
  const { latitude, longitude } = place
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east
}

/** Kilometres along the ground (haversine); a place without coordinates is infinitely far. */
function distance(place: PlaceFacts | null, from: { latitude: number; longitude: number }): number {
  if (place?.latitude == null || place.longitude == null) return Infinity
  const radians = Math.PI / 180
  const north = Math.sin(((place.latitude - from.latitude) * radians) / 2)
  const east = Math.sin(((place.longitude - from.longitude) * radians) / 2)
  const cosines = Math.cos(place.latitude * radians) * Math.cos(from.latitude * radians)
  return 2 * 6371 * Math.asin(Math.sqrt(north ** 2 + cosines * east ** 2))
}

function wordsOf(event: EventData): string {
  const texts = [event, ...event.translations].flatMap((one) => [one.title, one.summary, plainText(one.body)])
  return [...texts, event.place?.name, event.organisation.name].join(' ')
}

/** Whether a text holds all words of a search, upper and lower case alike. */
export function hasWords(text: string, search: string): boolean {
  const inside = text.toLocaleLowerCase().normalize('NFC')
  return search
    .toLocaleLowerCase()
    .normalize('NFC')
    .split(/\s+/)
    .every((word) => inside.includes(word))
}

function isAfter({ publication, occurrence }: LiveOccurrence, cursor: NonNullable<Query['cursor']>): boolean {
  if (occurrence.startsAt !== cursor.at) return occurrence.startsAt > cursor.at
  if (publication.id !== cursor.id) return publication.id > cursor.id
  return occurrence.occurrence > cursor.name
}
