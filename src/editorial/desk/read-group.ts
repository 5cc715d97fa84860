import type { Payload, Where } from 'payload'
import { groupWhere, type DeskGroup, type DeskPage } from '../../moderation/desk.js'
import { readDeskPlace, writeDeskPlace } from '../../moderation/desk-place.js'
import { idAlways } from '../../shared/reference.js'
import type { DeskHome } from './desk-homes.js'
import { asDeskItem, findRows, instantIn, type DeskKind, type DeskRow } from './desk-rows.js'
import { nextTimes, publishedEvents } from './published-times.js'

/** So many lines a page of the desk has. */
const pageSize = 12
/** So many of the next times of a public event are offered for calling off. */
const timesOffered = 6

interface Found {
  kind: DeskKind
  row: DeskRow
  at: string
}

/**
 * One page of a group of the desk, events and posts in one order, the latest touched first. A page costs the same however
 * much the association has written.
 */
export async function readGroup(
  payload: Payload,
  group: DeskGroup,
  homes: readonly DeskHome[],
  cursor: string | null,
  now: Date,
): Promise<DeskPage> {
  const place = cursor ? readDeskPlace(cursor) : null
  const from: Where[] = place ? [{ updatedAt: { less_than_equal: place.at } }] : []
  const organisations = homes.map(({ id }) => id)
  const kinds: DeskKind[] = ['event', 'post']
  // What was shown at the very instant where the page before ended is read again, and left out.
  const limit = pageSize + 1 + (place?.shown.length ?? 0)
  const read = await Promise.all(
    kinds.map(async (kind) => {
      const where = [groupWhere[group], ...from]
      const rows = await findRows(payload, kind, organisations, { where, sort: '-updatedAt', limit })
      return rows.map((row): Found => ({ kind, row, at: String(instantIn(row.updatedAt)) }))
    }),
  )
  const found = read
    .flat()
    .filter(({ row }) => !place?.shown.includes(String(row.id)))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const shown = found.slice(0, pageSize)
  const items = shown.flatMap(({ kind, row }) => {
    const home = homes.find(({ id }) => id === idAlways(row.organisation))
    return home ? [asDeskItem(kind, row, home, now)] : []
  })
  const events = await publishedEvents(
    payload,
    items.filter(({ kind, publication }) => kind === 'event' && publication === 'live').map(({ id }) => id),
  )
  for (const item of items) {
    const event = events.get(item.id)
    if (!event) continue
    item.series = event.recurrence !== null
    item.times = nextTimes(event, now, timesOffered).map(({ place: _, startsAt: __, ...time }) => time)
  }
  const last = shown.at(-1)
  const more = found.length > pageSize && last
  return {
    items,
    next: more
      ? writeDeskPlace({
          at: last.at,
          shown: [
            ...(place?.at === last.at ? place.shown : []),
            ...shown.filter(({ at }) => at === last.at).map(({ row }) => String(row.id)),
          ],
        })
      : null,
  }
}
