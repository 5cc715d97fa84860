import type { EventStatus } from '../publication/public-data.js'

export interface StatusFacts {
  status: EventStatus
  statusReason: string | null
  previousStart: string | null
}

/** A series that is off is off for every occurrence, whatever was said earlier about one of them. */
const seriesDecides: readonly EventStatus[] = ['cancelled', 'postponed']

/**
 * The fate of one occurrence: of the whole series where that is off, else what was said about this occurrence, else
 * that of the series. An occurrence that was moved is `rescheduled` unless more was said, and keeps its first start.
 */
export function statusOfOccurrence(
  series: StatusFacts,
  own: { status: EventStatus | null; statusReason: string | null } | null,
  movedFrom: string | null,
): StatusFacts {
  if (seriesDecides.includes(series.status) && own?.status !== 'cancelled')
    return { ...series, previousStart: movedFrom ?? series.previousStart }
  if (own?.status && !(own.status === 'scheduled' && movedFrom))
    return { status: own.status, statusReason: own.statusReason, previousStart: movedFrom }
  if (movedFrom)
    return { status: 'rescheduled', statusReason: own?.statusReason ?? null, previousStart: movedFrom }
  return { ...series }
}
