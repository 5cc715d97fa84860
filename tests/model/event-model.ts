import type {
  EventData,
  EventStatus,
  OccurrenceOverride,
  PlaceFacts,
} from '../../src/publication/public-data.js'
import type { Chance } from './chance.js'
import {
  addDays,
  addMonths,
  day as dayLength,
  dayOf,
  instantOf,
  startOfDay,
  utc,
  zones,
  type Zone,
} from './clock-of-stockholm.js'

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
  zone: Zone
  /** So often it takes place; 1: it is no series. */
  times: number
  /** Days from one time to the next, or the same day of each month. */
  every: 3 | 7 | 14 | 'month'
  /** How its rule ends: by a number, or with its last time. */
  ends: 'count' | 'until'
  /** Times left out, by their number, and a day beside the others. */
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
  age: { from: number | null; to: number | null } | null
  audiences: string[]
  accessibility: string[]
  /** Ids of the organisations that are named beside the organiser. */
  beside: string[]
}
interface Change {
  /** Which of the times. */
  time: number
  toDate: string | null
  place: string | null
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
  /** Another place than that of the event. */
  place: string | null
  from: number
  to: number
}

const hours = 3_600_000

/** The date of one of the times, as the rule has it. */
export const dateOf = ({ date, every }: Pick<EventModel, 'date' | 'every'>, time: number): string =>
  every === 'month' ? addMonths(date, time) : addDays(date, time * every)

/** The times of an event as anyone would write them into a calendar by hand. */
export function timesOf(event: EventModel): Time[] {
  const dates = Array.from({ length: event.times }, (_, time) => ({ time, date: dateOf(event, time) }))
  const kept: { time: number | null; date: string }[] = dates.filter(
    ({ time }) => !event.without.includes(time),
  )
  if (event.extra) kept.push({ time: null, date: event.extra })
  return kept
    .map(({ time, date }) =>
      timeOf(
        event,
        date,
        event.changes.find((one) => one.time === time),
      ),
    )
    .sort((a, b) => a.from - b.from || (String(nameOf(a)) < String(nameOf(b)) ? -1 : 1))
}

/** The rule as it is stored (RFC 5545). */
export function ruleOf(event: EventModel): string {
  const { every, hour, zone } = event
  const frequency = { 3: 'DAILY;INTERVAL=3', 7: 'WEEKLY', 14: 'WEEKLY;INTERVAL=2', month: 'MONTHLY' }[every]
  const last = dateOf(event, event.times - 1)
  const until = (hour === null ? last : utc(instantOf(last, hour, zone))).replace(/[-:]/g, '')
  return `FREQ=${frequency};${event.ends === 'until' ? `UNTIL=${until}` : `COUNT=${event.times}`}`
}

const repeats = {
  sv: { 3: 'var 3:e dag', 7: 'varje vecka', 14: 'varannan vecka', month: 'varje månad' },
  en: { 3: 'every 3 days', 7: 'every week', 14: 'every other week', month: 'every month' },
}
export function ruleInWords(event: EventModel, language: 'sv' | 'en'): string {
  const how = repeats[language][event.every]
  if (event.ends === 'count') return `${how}, ${event.times} ${language === 'sv' ? 'gånger' : 'times'}`
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const locale = language === 'sv' ? 'sv' : 'en-GB'
  const last = new Intl.DateTimeFormat(locale, style).format(Date.parse(dateOf(event, event.times - 1)))
  return `${how}, ${language === 'sv' ? 'till och med' : 'until'} ${last}`
}

const nameOf = ({ name }: Time): string => (typeof name === 'number' ? utc(name) : name)

function timeOf(event: EventModel, date: string, change: Change | undefined): Time {
  const { zone } = event
  const at = (on: string): number | string => (event.hour === null ? on : instantOf(on, event.hour, zone))
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
    previous: moved ? name : own ? null : event.times > 1 ? null : series.previous,
    note: change?.note ?? null,
    place: change?.place ?? null,
    from: typeof start === 'number' ? start : startOfDay(start, zone),
    to: typeof start === 'number' ? Number(end ?? start) : startOfDay(addDays(String(end ?? start), 1), zone),
  }
}

/** How it is stored, as an approved event is projected. */
export function dataOf(id: string, event: EventModel, facts: Facts): EventData {
  const end =
    event.length === null
      ? null
      : event.hour === null
        ? addDays(event.date, event.length)
        : utc(instantOf(event.date, event.hour, event.zone) + event.length * hours)
  const named = (date: string): string =>
    event.hour === null ? date : utc(instantOf(date, event.hour, event.zone))
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
    zone: event.zone,
    allDay: event.hour === null,
    recurrence:
      event.times > 1
        ? {
            rule: ruleOf(event),
            exceptions: event.without.map((time) => named(dateOf(event, time))),
            additions: event.extra ? [named(event.extra)] : [],
          }
        : null,
    overrides: event.changes.map((one): OccurrenceOverride => ({
      occurrence: named(dateOf(event, one.time)),
      start: one.toDate && named(one.toDate),
      end: null,
      place: one.place === null ? null : facts.placeOf(one.place),
      status: one.status,
      statusReason: one.status ? 'illness' : null,
      note: one.note,
    })),
    status: event.series.status,
    statusReason: event.series.reason,
    previousStart:
      typeof event.series.previous === 'number' ? utc(event.series.previous) : event.series.previous,
    place: event.place === null ? null : facts.placeOf(event.place),
    attendance: event.attendance,
    onlineUrl: event.attendance === 'in-person' ? null : 'https://moten.example/rum',
    organisation: facts.organisation,
    coOrganisers: facts.beside,
    categories: event.categories,
    audiences: event.audiences,
    areas: event.areas,
    age: event.age,
    accessibility: event.accessibility,
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
  beside: { id: string; name: string }[]
  placeOf(id: string): PlaceFacts
}

/** Some event around the day given. */
export function someEvent(
  chance: Chance,
  today: number,
  words: string,
  known: {
    places: string[]
    categories: string[]
    pictures: string[]
    others: string[]
    organisations: string[]
  },
): EventModel {
  const zone = chance.of(zones)
  const times = chance.happens(0.5) ? 1 : chance.whole(2, 6)
  const every = chance.of([3, 7, 7, 14, 'month'] as const)
  // Every month has this day.
  const day = addDays(dayOf(today), chance.whole(-25, 50))
  const date = every === 'month' ? `${day.slice(0, 8)}${String(chance.whole(1, 28)).padStart(2, '0')}` : day
  const all = Array.from({ length: times }, (_, time) => time)
  // The first time of a series stays, so that the rule has something to begin with.
  const without = times > 1 ? chance.some(all.slice(1), 0.2) : []
  const changes = chance
    .some(
      all.filter((time) => !without.includes(time)),
      times > 1 ? 0.3 : 0.15,
    )
    .map((time): Change => {
      const status = chance.happens(0.5) ? ('cancelled' as const) : null
      const isMoved = status === null || chance.happens(0.2)
      return {
        time,
        // Two days on: never onto another time of the same series.
        toDate: isMoved ? addDays(dateOf({ date, every }, time), 2) : null,
        place: isMoved && chance.happens(0.5) ? chance.of(known.places) : null,
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
    zone,
    times,
    every,
    ends: chance.of(['count', 'count', 'until']),
    without,
    extra:
      times > 1 && chance.happens(0.3)
        ? addDays(dateOf({ date, every }, chance.whole(0, times - 1)), every === 7 ? 4 : 1)
        : null,
    changes,
    series: { status: 'scheduled', reason: null, previous: null },
    place: attendance === 'online' || chance.happens(0.2) ? null : chance.of(known.places),
    attendance,
    categories: chance.some(known.categories, 0.6),
    areas: chance.some(['north', 'south'], 0.3),
    pictures: chance.some(known.pictures, 0.3),
    free: chance.of([true, false, null]),
    age: chance.of([null, null, { from: 7, to: 12 }, { from: 18, to: null }, { from: null, to: 6 }]),
    audiences: chance.some(['children', 'seniors'], 0.3),
    accessibility: chance.some(['step-free', 'hearing-loop'], 0.4),
    beside: chance.some(known.organisations, 0.2),
    umbrella: chance.happens(0.2) && known.others.length > 0 ? chance.of(known.others) : null,
  }
}

/** When it is over for the feed: 30 days after its last time. */
export function overAt(event: EventModel): number {
  const ends = timesOf(event).map((one) => Math.max(one.from, one.to))
  return Math.max(...ends) + 30 * dayLength
}
