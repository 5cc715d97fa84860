import type { Occurrence } from '../calendar/occurrences.js'
import { dayAt, startOfDay } from '../calendar/zoned-time.js'
import type { Live, MunicipalityIndex } from './municipality-index.js'

/** A single event names its next 50 occurrences. */
const nextOccurrences = 50

/** The next occurrences of one event, from the start of today, so that an answer stays true all day. */
export function comingOccurrences(
  index: MunicipalityIndex,
  event: Live<'event'>,
  now: Date,
  limit = nextOccurrences,
): Occurrence[] {
  const today = startOfDay(dayAt(now, event.data.zone), event.data.zone).getTime()
  const all = index.occurrencesOf(event.id)
  return all.filter((one) => one.endsAt > today || one.startsAt >= today).slice(0, limit)
}
