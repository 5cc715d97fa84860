import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Clock } from '../shared/clock.js'

/** A lease that is not renewed for this long may be taken by another process. Milliseconds. */
export const leaseLasts = 15_000

/** So far the clocks of several machines may be apart. Milliseconds. */
const mostApart = 3_600_000

type Update = Parameters<Payload['db']['updateOne']>[0]

/** One worker at a time: a row with a holder and an end, taken and renewed by compare-and-set. */
export function holdLease(payload: Payload, name: string, clock: Clock) {
  const holder = randomUUID()
  const set = async (where: object, data: object) =>
    (await payload.db.updateOne({
      collection: 'leases',
      where,
      data,
      options: { atomic: true },
    } as unknown as Update)) !== null

  return {
    /** Whether this process holds the lease now; takes or renews it where it can. */
    async mine(): Promise<boolean> {
      const now = clock.now()
      const until = new Date(now.getTime() + leaseLasts).toISOString()
      const id = { id: { equals: name } }
      if (await set({ and: [id, { holder: { equals: holder } }] }, { until })) return true
      // One that ends much later than any that begins now is of a clock that was set back since.
      const never = new Date(now.getTime() + leaseLasts + mostApart).toISOString()
      const isOver = [{ until: { less_than: now.toISOString() } }, { until: { greater_than: never } }]
      if (await set({ and: [id, { or: isOver }] }, { holder, until })) return true
      const there = await payload.db.findOne({ collection: 'leases', where: id })
      if (there) return false
      // Two processes may try at once; the id is unique, and the loser asks again in a second.
      return payload.db.create({ collection: 'leases', data: { id: name, holder, until } }).then(
        () => true,
        () => false,
      )
    },
    /** Without its database a process must still end; the lease then runs out by itself. */
    async release(): Promise<void> {
      const mine = { and: [{ id: { equals: name } }, { holder: { equals: holder } }] }
      await set(mine, { until: new Date(0).toISOString() }).catch((error: unknown) => {
        payload.logger.error({ err: error }, 'jobs')
      })
    },
  }
}
