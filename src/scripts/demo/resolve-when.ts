import { Temporal } from 'temporal-polyfill'
import type { EventContent } from '../../calendar/event-content.js'
import { nthOfMonth, resolveDay, weekdayNumber } from './demo-days.js'
import type { Break, DemoMoment, DemoRepeat, DemoWhen } from './demo-when.js'

export interface Seeding {
  today: Temporal.PlainDate
  zone: string
}

type Times = Pick<
  EventContent,
  | 'allDay'
  | 'start'
  | 'end'
  | 'startDate'
  | 'endDate'
  | 'zone'
  | 'recurrenceRule'
  | 'exceptions'
  | 'additions'
  | 'overrides'
>

export interface ResolvedWhen extends Times {
  /** Original starts of the occurrences that take place in the coming 430 days, in order. */
  occurrences: string[]
}

/** Exceptions are worked out for longer than the 400 days that the feed looks ahead. */
const expandedDays = 430

const instant = (day: Temporal.PlainDate, time: string, zone: string) =>
  day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()

export const resolveMoment = (moment: DemoMoment, { today, zone }: Seeding): string =>
  instant(resolveDay(moment.day, today, zone), moment.time, zone)

function rests(day: Temporal.PlainDate, breaks: Break[]): boolean {
  const monthDay = day.toString().slice(5)
  return breaks.some(({ from, to }) =>
    from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to,
  )
}

/** The days of a series from its first to `last`, both included. */
function seriesDays(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  repeat: DemoRepeat,
): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  const weekdays = repeat.weekdays.map(weekdayNumber)
  const [weekday] = repeat.weekdays
  for (let round = 0; ; round += repeat.interval) {
    const turn =
      repeat.every === 'month' && weekday
        ? [nthOfMonth(first.toPlainYearMonth().add({ months: round }), repeat.nth ?? 1, weekday)]
        : weekdays.map((number) => first.add({ days: round * 7 + number - first.dayOfWeek }))
    if (turn.every((day) => Temporal.PlainDate.compare(day, last) > 0)) return days
    days.push(
      ...turn.filter(
        (day) => Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0,
      ),
    )
  }
}

function ruleText(repeat: DemoRepeat, until: string | null): string {
  const weekdays = repeat.weekdays.map(
    (weekday) => `${repeat.every === 'month' ? (repeat.nth ?? 1) : ''}${weekday}`,
  )
  return [
    `FREQ=${repeat.every === 'week' ? 'WEEKLY' : 'MONTHLY'}`,
    ...(repeat.interval > 1 ? [`INTERVAL=${repeat.interval}`] : []),
    `BYDAY=${weekdays.join(',')}`,
    // RFC 5545, 3.3.10: UNTIL is in UTC where the start has a zone.
    ...(until ? [`UNTIL=${until.replace(/[-:]/g, '')}`] : []),
  ].join(';')
}

function resolveSeries(when: DemoWhen & { from: string }, repeat: DemoRepeat, seeding: Seeding) {
  const { today, zone } = seeding
  const at = (day: Temporal.PlainDate) => instant(day, when.from, zone)
  const first = resolveDay(when.day, today, zone)
  const horizon = today.add({ days: expandedDays })
  const until = repeat.until === undefined ? null : resolveDay(repeat.until, today, zone)
  const last = until && Temporal.PlainDate.compare(until, horizon) < 0 ? until : horizon
  const all = seriesDays(first, last, repeat)
  const planned = all.filter((day) => !rests(day, repeat.breaks ?? []))
  const skipped = (repeat.skip ?? []).flatMap((nth) => planned[nth - 1] ?? [])
  const resting = all.filter((day) => rests(day, repeat.breaks ?? []))
  const taking = planned.filter((day) => !skipped.includes(day))
  const overrides = (repeat.moved ?? []).map(({ nth, days = 0, from, to, place, note }) => {
    const day = taking[nth - 1]
    if (!day) throw new RangeError(`The series has no occurrence number ${nth} to move`)
    const moved = days !== 0 || from !== undefined
    const newDay = day.add({ days })
    return {
      occurrence: at(day),
      start: moved ? instant(newDay, from ?? when.from, zone) : null,
      end: moved && (to ?? when.to) ? instant(newDay, to ?? when.to ?? '', zone) : null,
      place: place ?? null,
      note,
    }
  })
  return {
    recurrenceRule: ruleText(repeat, until && instant(until, '23:59', zone)),
    exceptions: [...resting, ...skipped].map(at).sort(),
    additions: (repeat.extra ?? []).map((day) => at(resolveDay(day, today, zone))),
    overrides,
    occurrences: taking.map(at),
  }
}

/** Turns a local time with a day rule into the instants, dates and RFC 5545 rule of an event's content. */
export function resolveWhen(when: DemoWhen, seeding: Seeding): ResolvedWhen {
  const { today, zone } = seeding
  const first = resolveDay(when.day, today, zone)
  const last = first.add({ days: when.nights ?? 0 })
  const single = { zone, recurrenceRule: null, exceptions: [], additions: [], overrides: [] }
  if (when.from === undefined) {
    const dates = { startDate: first.toString(), endDate: last.toString() }
    return { ...single, ...dates, allDay: true, start: null, end: null, occurrences: [first.toString()] }
  }
  const start = instant(first, when.from, zone)
  const end = when.to === undefined ? null : instant(last, when.to, zone)
  const timed = { allDay: false, start, end, startDate: null, endDate: null }
  if (!when.repeat) return { ...single, ...timed, occurrences: [start] }
  return { ...single, ...timed, ...resolveSeries({ ...when, from: when.from }, when.repeat, seeding) }
}
