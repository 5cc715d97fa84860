import { occurrencesAt } from '../calendar/occurrences.js'
import { addDays, dayAt, isDay, startOfDay } from '../calendar/zoned-time.js'
import type { MunicipalityData } from '../publication/public-data.js'
import { eventFilter } from './event-filter.js'
import { facetNames } from './facets.js'
import type { FoundOccurrence, MunicipalityIndex } from './municipality-index.js'
import { cursorOf, type Query } from './parameters.js'
import { shownOccurrence } from './shown-occurrence.js'
import { compareTexts } from './sorted-list.js'
import { endsAfter, type EventEntry, type Visit } from './timeline.js'

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
export function findOccurrences(index: MunicipalityIndex, query: Query, now: Date): Page<FoundOccurrence> {
  const limit = query.limit ?? 50
  const found: FoundOccurrence[] = []
  let more = false
  eachChosen(index, query, now, (entry, position) => {
    more = found.length === limit
    if (!more) found.push(shownOccurrence(entry, position))
    return more
  })
  const last = more ? found.at(-1) : undefined
  const cursor = last && cursorOf(last.startsAt, last.publication.id, last.occurrence.occurrence)
  return { found, cursor: cursor ?? null }
}

/**
 * The visible events with a time that a query chooses, in the order of these times: for subscriptions. No more of an
 * event is looked at than its first such time, and nothing of it is read.
 */
export function chosenEvents(index: MunicipalityIndex, query: Query, now: Date): EventEntry[] {
  const { from, to, filter, among } = read(index, query, now)
  const found: { entry: EventEntry; startsAt: number }[] = []
  for (const entry of index.events(among)) {
    const { startsAt } = entry.times
    const position = startsAt.findIndex(
      (at, one) => at >= to || (endsAfter(entry.times, one, from) && filter.occurrence(entry, one)),
    )
    if (position < 0 || startsAt[position]! >= to) continue
    if (filter.event(entry) && index.sees(entry.publication, now))
      found.push({ entry, startsAt: startsAt[position]! })
  }
  const inOrder = found.sort(
    (a, b) => a.startsAt - b.startsAt || compareTexts(a.entry.publication.id, b.entry.publication.id),
  )
  return inOrder.map((one) => one.entry)
}

/** What a query asks for: instants in milliseconds, the filter, and the places of the few events that can fit. */
function read(index: MunicipalityIndex, query: Query, now: Date) {
  const zone = (index.municipality()?.data as MunicipalityData | null)?.zone ?? 'UTC'
  const from = startOf(query.from ?? dayAt(now, zone), zone)
  const to = query.to === undefined ? Infinity : endOf(query.to, zone)
  return { from, to, filter: eventFilter(query, index), among: fewest(index, query) }
}

function eachChosen(index: MunicipalityIndex, query: Query, now: Date, visit: Visit): void {
  const { from, to, filter, among } = read(index, query, now)
  /** Of each event by its place: 0 not looked at, 1 it fits, 2 it does not. */
  const known = new Uint8Array(index.timelinePlaces())
  const fits = (entry: EventEntry, place: number): boolean => {
    known[place] ||= filter.event(entry) && index.sees(entry.publication, now) ? 1 : 2
    return known[place] === 1
  }
  const { cursor, collapse } = query
  const isLater = (entry: EventEntry, position: number): boolean => {
    for (let one = 0; one < position; one += 1)
      if (endsAfter(entry.times, one, from) && filter.occurrence(entry, one)) return true
    return false
  }
  const asked = { from, after: cursor?.at ?? -Infinity, among }
  index.eachOccurrence(asked, (entry, position, place) => {
    if (entry.times.startsAt[position]! >= to) return true
    const chosen =
      fits(entry, place) &&
      filter.occurrence(entry, position) &&
      (!cursor || isAfter(entry, position, cursor)) &&
      !(collapse && isLater(entry, position))
    return chosen && visit(entry, position, place)
  })
}

/** Fewer events than these are put in order themselves; where there are more, the timeline is walked. */
const few = 500

/** The events of which all that are found must be, where they are few. */
function fewest(index: MunicipalityIndex, query: Query): ReadonlySet<number> | undefined {
  const choices = facetNames.flatMap((name) => {
    const values = name === 'place' ? query.place && [...index.placesUnder(query.place)] : query[name]
    // Of accessibility facts all are wanted, so that each of them alone is enough.
    const sets = name === 'accessibility' ? (values ?? []).map((value) => [value]) : values ? [values] : []
    return sets.map((set) => ({ name, set, count: index.countHaving(name, set) }))
  })
  const least = choices.sort((a, b) => a.count - b.count)[0]
  return least && least.count <= few ? index.eventsHaving(least.name, least.set) : undefined
}

function startOf(text: string, zone: string): number {
  return isDay(text) ? startOfDay(text, zone).getTime() : Date.parse(text)
}

/** A date includes that day. */
function endOf(text: string, zone: string): number {
  return startOf(isDay(text) ? addDays(text, 1) : text, zone)
}

function isAfter(
  { publication, times }: EventEntry,
  position: number,
  cursor: NonNullable<Query['cursor']>,
): boolean {
  const startsAt = times.startsAt[position]!
  if (startsAt !== cursor.at) return startsAt > cursor.at
  if (publication.id !== cursor.id) return publication.id > cursor.id
  return occurrencesAt(publication.data, times, [position])[0]!.occurrence > cursor.name
}
