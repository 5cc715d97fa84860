import type { Payload } from 'payload'
import { expandedDays } from '../../calendar/last-end.js'
import { expandOccurrences } from '../../calendar/occurrences.js'
import type { DeskTime } from '../../moderation/desk.js'
import type { EventData } from '../../publication/public-data.js'
import { withIds } from '../../shared/every-row.js'

const day = 86_400_000

/** Events as citizens see them now, by id: what is not public is left out. */
export async function publishedEvents(
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, EventData>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.db.find<{ id: string; data: EventData | null }>({
    collection: 'publications',
    where: { and: [withIds(ids), { kind: { equals: 'event' } }, { state: { equals: 'live' } }] },
    select: { data: true },
    limit: ids.length,
    pagination: false,
  })
  return new Map(docs.flatMap(({ id, data }) => (data ? [[String(id), data] as const] : [])))
}

/** The next times of a public event from now on, the ones that are called off included; within `days`, at most `limit`. */
export function nextTimes(
  event: EventData,
  now: Date,
  limit: number,
  days: number = expandedDays,
): (DeskTime & { place: string | null; startsAt: number })[] {
  const bySeries = event.recurrence !== null && ['cancelled', 'postponed'].includes(event.status)
  return expandOccurrences(event, { from: now, to: new Date(now.getTime() + days * day), limit }).map(
    (time) => ({
      occurrence: event.recurrence ? time.occurrence : null,
      start: time.start,
      end: time.end,
      status: time.status,
      reason: time.statusReason,
      bySeries,
      place: time.place?.name ?? event.place?.name ?? null,
      startsAt: time.startsAt,
    }),
  )
}
