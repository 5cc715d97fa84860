import type { Payload } from 'payload'
import type { ComingTime } from '../../moderation/desk.js'
import { idAlways } from '../../shared/reference.js'
import type { DeskHome } from './desk-homes.js'
import { findRows, pagePath } from './desk-rows.js'
import { nextTimes, publishedEvents } from './published-times.js'

const day = 86_400_000
/** So far ahead the desk looks for what may have to be called off. */
const daysAhead = 14
/** So many lines at most, out of so many events of either sort that may have one. */
const mostTimes = 12
const mostEvents = 40
/** A club with many teams has many series; each costs one look at what was published of it. */
const mostSeries = 300

/**
 * What an association holds in the coming days, the soonest first, as citizens see it now. Events that take place once are
 * found by their start; of those that repeat, whose next start no column keeps up, the latest touched are looked through.
 */
export async function readComing(
  payload: Payload,
  homes: readonly DeskHome[],
  now: Date,
): Promise<ComingTime[]> {
  const organisations = homes.map(({ id }) => id)
  const live = { publication: { equals: 'live' } }
  const within = {
    and: [
      { startsAt: { greater_than: new Date(now.getTime() - 2 * day).toISOString() } },
      { startsAt: { less_than: new Date(now.getTime() + daysAhead * day).toISOString() } },
    ],
  }
  const [once, repeated] = await Promise.all([
    findRows(payload, 'event', organisations, { where: [live, within], sort: 'startsAt', limit: mostEvents }),
    findRows(payload, 'event', organisations, {
      where: [live, { recurrenceRule: { contains: 'FREQ=' } }],
      sort: '-updatedAt',
      limit: mostSeries,
    }),
  ])
  const rows = new Map([...once, ...repeated].map((row) => [String(row.id), row]))
  const events = await publishedEvents(payload, [...rows.keys()])
  const found = [...events].flatMap(([id, event]) => {
    const row = rows.get(id)!
    const home = homes.find((one) => one.id === idAlways(row.organisation))
    if (!home) return []
    return nextTimes(event, now, mostTimes, daysAhead).map(({ startsAt, ...time }) => ({
      startsAt,
      line: {
        ...time,
        id,
        title: event.title,
        organisation: home.id,
        revision: Number(row.revision),
        allDay: event.allDay,
        zone: event.zone,
        page: home.shows ? pagePath(home, 'event', id) : null,
      },
    }))
  })
  return found
    .sort((a, b) => a.startsAt - b.startsAt)
    .slice(0, mostTimes)
    .map(({ line }) => line)
}
