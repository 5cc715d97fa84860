import ICAL from 'ical.js'
import { utc } from './clock-of-stockholm.js'
import { timesOf } from './event-model.js'
import type { Thing } from './world.js'

/** One time as a calendar shows it: when it starts and whether it is off. */
interface Shown {
  start: string
  status: string
}
export interface CalendarEvent {
  summary: string
  sequence: number
  times: Shown[]
}

const startOf = (time: ICAL.Time): string => (time.isDate ? time.toString() : utc(time.toJSDate().getTime()))

/** What a calendar program makes of a calendar: each series worked out by ical.js, with its changed times in place. */
export function readCalendar(text: string): Map<string, CalendarEvent> {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string)
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone as never)
  const all = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const found = new Map<string, CalendarEvent>()
  for (const series of all.filter((one) => !one.component.hasProperty('recurrence-id'))) {
    const id = /^event-(.+)@/.exec(series.uid)![1]!
    const changed = new Map(
      all
        .filter((one) => one.uid === series.uid && one !== series)
        .map((one) => [startOf(one.recurrenceId), shownOf(one)]),
    )
    const starts = series.isRecurring() ? startsOf(series) : [startOf(series.startDate)]
    found.set(id, {
      summary: series.summary,
      sequence: series.sequence,
      times: inOrder(starts.map((start) => changed.get(start) ?? { ...shownOf(series), start })),
    })
  }
  return found
}

const shownOf = (event: ICAL.Event): Shown => ({
  start: startOf(event.startDate),
  status: String(event.component.getFirstPropertyValue('status')),
})

function startsOf(series: ICAL.Event): string[] {
  const expansion = new ICAL.RecurExpansion({ component: series.component, dtstart: series.startDate })
  const starts: string[] = []
  for (let next = expansion.next(); next; next = expansion.next()) starts.push(startOf(next))
  return starts
}

const inOrder = (times: Shown[]): Shown[] =>
  times.sort((a, b) => (a.start + a.status < b.start + b.status ? -1 : 1))

const statuses = {
  scheduled: 'CONFIRMED',
  rescheduled: 'CONFIRMED',
  'moved-online': 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

/** The same from the model. */
export function expectedEvent({ event, sequence }: Thing): CalendarEvent {
  const times = timesOf(event!).map((one) => ({
    start: typeof one.start === 'number' ? utc(one.start) : one.start,
    status: statuses[one.status],
  }))
  return { summary: event!.title, sequence, times: inOrder(times) }
}
