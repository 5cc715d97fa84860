import type { Clock } from '../shared/clock.js'
import { Buckets, waitOf, type Limit, type Refused } from './throttle.js'

/**
 * How many applications of organisations one network may send: twenty, and twenty more in an hour; of the wide prefix
 * that IPv6 has, three times as many. Buckets as for logins.
 */
export const applicationLimits: readonly Limit[] = [
  { room: 20, every: 180 },
  { room: 60, every: 60 },
]

/** How often one network may ask by a reference: a hundred times, and one more in twenty seconds. */
export const followLimits: readonly Limit[] = [
  { room: 100, every: 20 },
  { room: 300, every: 7 },
]

/** How often one network may open links to previews, each picture counted: as a page with pictures asks in a row. */
export const shareLimits: readonly Limit[] = [
  { room: 120, every: 5 },
  { room: 360, every: 2 },
]

/** How often one account may have its extract made: twenty times, and one more in three minutes. Named by the account. */
export const extractLimits: readonly Limit[] = [{ room: 20, every: 180 }]

/**
 * Keeps one sender from filling the list of applications. It knows networks by the words of the day, in memory only, and
 * counts an application when it comes in, so that many at once are counted like many in a row.
 */
export class ApplicationThrottle {
  private readonly networks = new Buckets()

  constructor(
    private readonly clock: Clock,
    private readonly limits: readonly Limit[] = applicationLimits,
  ) {}

  /** `networks`: the words for the sender's prefixes, narrow one first. `withdraw` where nothing was registered. */
  admit(networks: readonly string[]): { withdraw(): void } | Refused {
    const counted = this.limits.flatMap((limit, width) => {
      const network = networks[width]
      return network === undefined ? [] : [{ name: `${width} ${network}`, limit }]
    })
    const now = this.clock.now().getTime()
    const wait = Math.max(
      0,
      ...counted.map(({ name, limit }) => waitOf(this.networks.left(name, limit, now), limit)),
    )
    if (wait > 0) return { retryAfter: wait }
    for (const { name, limit } of counted) this.networks.add(name, -1, limit, now)
    return {
      withdraw: () => {
        for (const { name, limit } of counted) this.networks.add(name, 1, limit, this.clock.now().getTime())
      },
    }
  }
}
