import type {
  EventData,
  EventStatus,
  OccurrenceOverride,
  PlaceFacts,
} from '../../src/publication/public-data.js'
import type { Chance } from './chance.js'
import { addDays, day, dayOf, instantOf, startOfDay, utc } from './clock-of-stockholm.js'

/** What the model knows of an event: days and hours on the wall, and weeks. */
export interface EventModel {
  title: string
  /** Another language, or none. */
  english: string | null
  date: string
  /** Null: all day. */
  hour: number | null
  /** Hours, or whole days after the first; null: it is not said when it ends. */
  length: number | null
  /** 1: it happens once. */
  weeks: number
  /** Weeks left out, and a day beside the others. */
  without: number[]
  extra: string | null
  changes: Change[]
  series: { status: EventStatus; reason: string | null; previous: number | string | null }
  place: string | null
  attendance: 'in-person' | 'online' | 'mixed'
  categories: string[]
  areas: string[]
  pictures: string[]
  free: boolean | null
  umbrella: string | null
}
interface Change {
  week: number
  toDate: string | null
  status: EventStatus | null
  note: string | null
}

export interface Time {
  name: number | string
  start: number | string
  end: number | string | null
  status: EventStatus
  reason: string | null
  previous: number | string | null
  note: string | null
  from: number
  to: number
}

const hours = 3_600_000

/** The times of an event as anyone would write them into a calendar by hand. */
export function timesOf(event: EventModel): Time[] {
  const dates = Array.from({ length: event.weeks }, (_, week) => ({
    week,
    date: addDays(event.date, week * 7),
  }))
  const kept: { week: number | null; date: string }[] = dates.filter(
    ({ week }) => !event.without.includes(week),
  )
  if (event.extra) kept.push({ week: null, date: event.extra })
  return kept
    .map(({ week, date }) =>
      timeOf(
        event,
        date,
        event.changes.find((one) => one.week === week),
      ),
    )
    .sort((a, b) => a.from - b.from || (String(nameOf(a)) < String(nameOf(b)) ? -1 : 1))
}

const nameOf = ({ name }: Time): string => (typeof name === 'number' ? utc(name) : name)

function timeOf(event: EventModel, date: string, change: Change | undefined): Time {
  const at = (on: string): number | string => (event.hour === null ? on : instantOf(on, event.hour))
  const name = at(date)
  const to = change?.toDate ?? date
  const start = at(to)
  const moved = start !== name
  const end =
    event.length === null
      ? null
      : typeof start === 'number'
        ? start + event.length * hours
        : addDays(start, event.length)
  const { series } = event
  const off = ['cancelled', 'postponed'].includes(series.status) && change?.status !== 'cancelled'
  const status: EventStatus = off
    ? series.status
    : (change?.status ?? (moved ? 'rescheduled' : series.status))
  const own = !off && (change?.status != null || moved)
  return {
    name,
    start,
    end,
    status,
    reason: own ? (change?.status ? 'illness' : null) : series.reason,
    previous: moved ? name : own ? null : event.weeks > 1 ? null : series.previous,
    note: change?.note ?? null,
    from: typeof start === 'number' ? start : startOfDay(start),
    to: typeof start === 'number' ? Number(end ?? start) : startOfDay(addDays(String(end ?? start), 1)),
  }
}

/** How it is stored, as an approved event is projected. */
export function dataOf(id: string, event: EventModel, facts: Facts): EventData {
  const end =
    event.length === null
      ? null
      : event.hour === null
        ? addDays(event.date, event.length)
        : utc(instantOf(event.date, event.hour) + event.length * hours)
  const named = (date: string): string => (event.hour === null ? date : utc(instantOf(date, event.hour)))
  return {
    kind: 'event',
    id,
    slug: 'slug',
    title: event.title,
    summary: `Om ${event.title}`,
    body: null,
    language: 'sv',
    translations: event.english ? [{ language: 'en', title: event.english, summary: null, body: null }] : [],
    start: named(event.date),
    end,
    zone: 'Europe/Stockholm',
    allDay: event.hour === null,
    recurrence:
      event.weeks > 1
        ? {
            rule: `FREQ=WEEKLY;COUNT=${event.weeks}`,
            exceptions: event.without.map((week) => named(addDays(event.date, week * 7))),
            additions: event.extra ? [named(event.extra)] : [],
          }
        : null,
    overrides: event.changes.map((one): OccurrenceOverride => ({
      occurrence: named(addDays(event.date, one.week * 7)),
      start: one.toDate && named(one.toDate),
      end: null,
      place: null,
      status: one.status,
      statusReason: one.status ? 'illness' : null,
      note: one.note,
    })),
    status: event.series.status,
    statusReason: event.series.reason,
    previousStart:
      typeof event.series.previous === 'number' ? utc(event.series.previous) : event.series.previous,
    place: facts.place,
    attendance: event.attendance,
    onlineUrl: event.attendance === 'in-person' ? null : 'https://moten.example/rum',
    organisation: facts.organisation,
    coOrganisers: [],
    categories: event.categories,
    audiences: [],
    areas: event.areas,
    age: null,
    accessibility: [],
    price:
      event.free === null ? null : { free: event.free, from: null, to: null, currency: null, note: null },
    booking: null,
    capacityNote: null,
    contact: null,
    pictures: event.pictures.map((picture) => ({
      id: picture,
      alt: `Bild ${picture}`,
      credit: null,
      width: 800,
      height: 600,
      renditions: [320, 800],
    })),
    umbrella: event.umbrella,
  }
}

export interface Facts {
  organisation: { id: string; name: string }
  place: PlaceFacts | null
}

/** Some event around the day given. */
export function someEvent(
  chance: Chance,
  today: number,
  words: string,
  known: { places: string[]; categories: string[]; pictures: string[]; others: string[] },
): EventModel {
  const weeks = chance.happens(0.5) ? 1 : chance.whole(2, 6)
  const date = addDays(dayOf(today), chance.whole(-25, 50))
  const weekly = Array.from({ length: weeks }, (_, week) => week)
  // The first time of a series stays, so that the rule has something to begin with.
  const without = weeks > 1 ? chance.some(weekly.slice(1), 0.2) : []
  const changes = chance
    .some(
      weekly.filter((week) => !without.includes(week)),
      weeks > 1 ? 0.3 : 0.15,
    )
    .map((week): Change => {
      const status = chance.happens(0.5) ? ('cancelled' as const) : null
      return {
        week,
        // Two days on: never onto another time of the same series.
        toDate: status === null || chance.happens(0.2) ? addDays(date, week * 7 + 2) : null,
        status,
        note: chance.happens(0.3) ? 'Ta med inneskor' : null,
      }
    })
  const attendance = chance.of(['in-person', 'in-person', 'online', 'mixed'] as const)
  return {
    title: words,
    english: chance.happens(0.3) ? `${words} in English` : null,
    date,
    hour: chance.happens(0.3) ? null : chance.whole(5, 23),
    length: chance.happens(0.2) ? null : chance.whole(1, 3),
    weeks,
    without,
    extra: weeks > 1 && chance.happens(0.3) ? addDays(date, 7 * chance.whole(0, weeks - 1) + 4) : null,
    changes,
    series: { status: 'scheduled', reason: null, previous: null },
    place: attendance === 'online' || chance.happens(0.2) ? null : chance.of(known.places),
    attendance,
    categories: chance.some(known.categories, 0.6),
    areas: chance.some(['north', 'south'], 0.3),
    pictures: chance.some(known.pictures, 0.3),
    free: chance.of([true, false, null]),
    umbrella: chance.happens(0.2) && known.others.length > 0 ? chance.of(known.others) : null,
  }
}

/** When it is over for the feed: 30 days after its last time. */
export function overAt(event: EventModel): number {
  const ends = timesOf(event).map((one) => Math.max(one.from, one.to))
  return Math.max(...ends) + 30 * day
}
