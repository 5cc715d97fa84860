import type { EventData } from '../publication/public-data.js'
import { changedOccurrences, type Occurrence } from './occurrences.js'

export type WholeTimes = Pick<
  Occurrence,
  'start' | 'end' | 'status' | 'statusReason' | 'previousStart' | 'place' | 'note'
>

/**
 * When and where an event takes place as a whole: of one that happens once its only time, moved or not; of a series the
 * first, as its rule begins.
 */
export function wholeTimes(event: EventData): WholeTimes {
  const only = event.recurrence || event.overrides.length === 0 ? undefined : changedOccurrences(event)[0]
  return only ?? { ...event, place: null, note: null }
}
