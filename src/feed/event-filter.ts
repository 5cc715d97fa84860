import { dayMs, weekdayOf } from '../calendar/time-numbers.js'
import { wallMsAt } from '../calendar/zone-offsets.js'
import type { EventFacts } from './facts.js'
import { foldedWords, holdsWords } from './fold-text.js'
import type { MunicipalityIndex } from './municipality-index.js'
import type { Query } from './parameters.js'
import type { EventEntry } from './timeline.js'

/** Whether a query chooses an event, and one of its times. What the query leaves open chooses everything. */
export interface EventFilter {
  event(entry: EventEntry): boolean
  occurrence(entry: EventEntry, position: number): boolean
}

export function eventFilter(query: Query, index: MunicipalityIndex): EventFilter {
  const words = query.q === undefined ? [] : foldedWords(query.q)
  // A place that was merged into another is the same place: both are found under either id.
  const places = query.place && index.placesUnder(query.place)
  return {
    event: ({ facts, text }) => eventFits(facts, query) && holdsWords(text, words),
    occurrence(entry, position) {
      if (query.weekday && !query.weekday.includes(weekdayAt(entry, position))) return false
      if (!places && !query.bbox && !query.near) return true
      const place = entry.times.changed?.get(position)?.place ?? entry.facts.place
      return (
        (!places || (place?.id != null && places.has(place.id))) &&
        (!query.bbox || isInBox(place, query.bbox)) &&
        (!query.near || distance(place, query.near) <= (query.within ?? 5))
      )
    },
  }
}

type Position = { latitude: number | null; longitude: number | null }

const meets = (wanted: string[] | undefined, has: readonly string[]): boolean =>
  !wanted || wanted.some((one) => has.includes(one))
/** An empty list of areas or audiences means everyone. */
const meetsOrAll = (wanted: string[] | undefined, has: readonly string[]): boolean =>
  has.length === 0 || meets(wanted, has)

function eventFits(event: EventFacts, query: Query): boolean {
  return (
    meets(query.category, event.categories) &&
    !event.categories.some((one) => query['not-category']?.includes(one)) &&
    meets(query.organisation, event.organisations) &&
    meets(query.umbrella, event.umbrella ? [event.umbrella] : []) &&
    meetsOrAll(query.area, event.areas) &&
    meetsOrAll(query.audience, event.audiences) &&
    (query.accessibility ?? []).every((one) => event.accessibility.includes(one)) &&
    (query.free === undefined || event.free === query.free) &&
    (query.age === undefined || isForAge(event.age, query.age)) &&
    meets(
      query.attendance,
      event.attendance === 'mixed' ? ['mixed', 'in-person', 'online'] : [event.attendance],
    )
  )
}

const weekdays = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']

/** On which day of the week it starts, on the clocks of its place. */
function weekdayAt({ facts, times }: EventEntry, position: number): string {
  const wall = wallMsAt(times.startsAt[position]!, facts.zone)
  return weekdays[weekdayOf(Math.floor(wall / dayMs))]!
}

function isForAge(age: EventFacts['age'], years: number): boolean {
  return !age || ((age.from ?? 0) <= years && years <= (age.to ?? Infinity))
}

function isInBox(place: Position | null, box: NonNullable<Query['bbox']>): boolean {
  if (place?.latitude == null || place.longitude == null) return false
  const { latitude, longitude } = place
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east
}

/** Kilometres along the ground (haversine); a place without coordinates is infinitely far. */
function distance(place: Position | null, from: { latitude: number; longitude: number }): number {
  if (place?.latitude == null || place.longitude == null) return Infinity
  const radians = Math.PI / 180
  const north = Math.sin(((place.latitude - from.latitude) * radians) / 2)
  const east = Math.sin(((place.longitude - from.longitude) * radians) / 2)
  const cosines = Math.cos(place.latitude * radians) * Math.cos(from.latitude * radians)
  return 2 * 6371 * Math.asin(Math.sqrt(north ** 2 + cosines * east ** 2))
}
