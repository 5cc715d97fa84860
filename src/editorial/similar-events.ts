import type { Payload } from 'payload'
import type { EventContent } from '../calendar/event-content.js'
import type { Write } from './together.js'
import { idOf } from '../shared/reference.js'

/** Another event that may be the same one, sent in twice. */
export interface SimilarEvent {
  id: string
  title: string | null
  startsAt: string | null
  zone: string | null
  allDay: boolean
  state: string
  publication: string
}

/** Two that begin within so many minutes of each other begin at the same time. */
const sameTimeMinutes = 30
/** More events than these begin at one time only where something was entered many times over. */
const mostAtOnce = 50

type Row = SimilarEvent & {
  place?: unknown
  address?: { name?: string | null; address?: string | null } | null
}

/**
 * Events of the municipality that begin at the same time, at the same place or under the same title: what an association
 * and its federation both send in. Of a series its next time counts.
 */
export async function similarEvents(
  payload: Payload,
  { id, municipality }: { id: string; municipality: string },
  content: EventContent,
  startsAt: string | null,
  write?: Write,
): Promise<SimilarEvent[]> {
  if (!startsAt) return []
  const at = Date.parse(startsAt)
  const within = sameTimeMinutes * 60_000
  const { docs } = await payload.db.find<Row>({
    collection: 'events',
    where: {
      and: [
        { municipality: { equals: municipality } },
        { startsAt: { greater_than_equal: new Date(at - within).toISOString() } },
        { startsAt: { less_than_equal: new Date(at + within).toISOString() } },
        { state: { in: ['in-review', 'approved', 'changes-requested'] } },
      ],
    },
    select: {
      title: true,
      startsAt: true,
      zone: true,
      allDay: true,
      state: true,
      publication: true,
      place: true,
      address: true,
    },
    sort: 'startsAt',
    limit: mostAtOnce,
    pagination: false,
    req: write,
  })
  return docs
    .filter((row) => String(row.id) !== id && isAlike(row, content))
    .map(({ id: other, title, startsAt: start, zone, allDay, state, publication }) => ({
      id: String(other),
      title,
      startsAt: start,
      zone: zone ?? null,
      allDay: allDay === true,
      state,
      publication,
    }))
}

const folded = (text: string | null | undefined): string =>
  (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const same = (one: string | null | undefined, other: string | null | undefined): boolean =>
  folded(one) !== '' && folded(one) === folded(other)

function isAlike(row: Row, content: EventContent): boolean {
  const place = idOf(row.place)
  return (
    (place !== null && place === content.place) ||
    same(row.title, content.title) ||
    same(row.address?.name, content.address.name) ||
    same(row.address?.address, content.address.address)
  )
}
