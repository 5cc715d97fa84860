import { calendarEnd, calendarHead, eventComponents, type CalendarFacts } from '../feed/formats/icalendar.js'
import type { Setting } from '../feed/formats/setting.js'
import type { MunicipalityDoor } from '../feed/municipality-door.js'
import type { EventEntry } from '../feed/timeline.js'
import { Assembly } from './pieces.js'

/**
 * A calendar of many events from the components of each, which are written once for each change. They show the labels of
 * categories, so those that were written with other labels are not used.
 */
export function calendarOf(
  { municipality, now, piece }: MunicipalityDoor,
  facts: CalendarFacts,
  events: EventEntry[],
  setting: Setting,
): Assembly {
  const labels = municipality.live('category', now)
  const key = `calendar ${labels.length} ${labels.reduce((last, { number }) => Math.max(last, number), 0)}`
  return new Assembly([
    calendarHead(facts, events, setting),
    ...events.map(
      ({ publication }) =>
        () =>
          piece(publication, key, () => eventComponents(publication, setting)),
    ),
    calendarEnd,
  ])
}
