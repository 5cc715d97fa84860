import { calendarText } from '../feed/formats/icalendar.js'
import type { Live } from '../feed/municipality-index.js'
import type { MunicipalityDoor } from './municipality-door.js'
import { Assembly } from './pieces.js'

const begin = '\r\nBEGIN:VEVENT\r\n'
const end = '\r\nEND:VEVENT\r\n'

/** The components of one event out of a calendar that holds nothing else. */
function componentsIn(calendar: string): string {
  return calendar.slice(calendar.indexOf(begin) + 2, calendar.lastIndexOf(end) + end.length)
}

/**
 * A calendar of many events from those of each alone, which are written once for each change: what stands before the
 * first event is that of a calendar with one event of each zone.
 */
export function calendarOf(door: MunicipalityDoor, events: Live<'event'>[]): Assembly | string {
  const { setting, municipality, piece } = door
  const { name } = setting.municipality
  const zones = new Map<string, Live<'event'>>()
  for (const event of events) if (!zones.has(event.data.zone)) zones.set(event.data.zone, event)
  const row = municipality.municipality()
  if (zones.size === 0 || !row) return calendarText(name, [], setting)
  const head = (): string => {
    const calendar = calendarText(name, [...zones.values()], setting)
    return calendar.slice(0, calendar.indexOf(begin) + 2)
  }
  return new Assembly([
    () => piece(row, `calendar ${[...zones.keys()].join()}`, head),
    ...events.map(
      (event) => () => piece(event, 'calendar', () => componentsIn(calendarText(name, [event], setting))),
    ),
    'END:VCALENDAR\r\n',
  ])
}
