import type { Clock } from '../shared/clock.js'
import { dailyWords } from './caller.js'

/**
 * How many attempts to log in may fail. Each counter is a bucket: an attempt takes one out, a right one puts it back, and
 * one comes back every `every` seconds. `docs/decisions/0014-throttling-logins.md` says why there is no lock.
 */
export const loginLimits = {
  /** One network at one account. */
  pair: { room: 5, every: 60 },
  /** The same where it logged in there earlier today: whoever shares its network can slow it down, never lock it out. */
  knownPair: { room: 10, every: 15 },
  /** One network at all accounts: the narrow prefix, and the wide one that IPv6 has. */
  networks: [
    { room: 20, every: 15 },
    { room: 60, every: 5 },
  ],
  /** All networks at one account. Where it is empty only those are refused that have failed themselves. */
  account: { room: 100, every: 10 },
} as const

/** Counters of each kind that are kept at most; the ones that were not used for longest go first. */
const mostCounters = 20_000

export interface Limit {
  room: number
  every: number
}

/** Buckets by name. A full one is the same as none, so that none is made for looking. */
export class Buckets {
  private readonly counters = new Map<string, { left: number; at: number }>()

  /** How many may still fail now, with fractions. */
  left(name: string, { room, every }: Limit, now: number): number {
    const counter = this.counters.get(name)
    if (!counter) return room
    // A clock that was set back gives nothing back, and takes nothing.
    return Math.min(room, counter.left + Math.max(0, now - counter.at) / 1000 / every)
  }

  add(name: string, change: 1 | -1, limit: Limit, now: number): void {
    const left = Math.min(limit.room, this.left(name, limit, now) + change)
    this.counters.delete(name)
    if (left >= limit.room) return
    this.counters.set(name, { left, at: now })
    if (this.counters.size > mostCounters) this.counters.delete(this.counters.keys().next().value!)
  }

  get size(): number {
    return this.counters.size
  }
}

export interface Admitted {
  /** Whether this network logged in to this account earlier today. */
  known: boolean
  /** The attempt was right, all of it: it counts no more, and the network is known for the day. */
  succeed(): void
  /** The attempt was not carried out, or not to its end: it counts no more. */
  withdraw(): void
}

/** Seconds after which to come back. */
export interface Refused {
  retryAfter: number
}

/**
 * Slows down those who guess. It knows networks and accounts by words that change each day, is kept in memory only, and
 * counts an attempt when it begins, so that a thousand at once are counted like a thousand in a row.
 */
export class LoginThrottle {
  private readonly pairs = new Buckets()
  private readonly networks = new Buckets()
  private readonly accounts = new Buckets()
  private readonly known = new Set<string>()
  /** People type passwords into the field of the name: what was typed is not kept. */
  private readonly word: (name: string) => string
  private day = ''

  constructor(
    private readonly clock: Clock,
    private readonly limits: typeof loginLimits = loginLimits,
  ) {
    this.word = dailyWords(clock)
  }

  /** `networks`: the words for the caller's prefixes, narrow one first. `name`: the one that was typed, folded. */
  admit(networks: readonly string[], name: string): Admitted | Refused {
    const now = this.clock.now().getTime()
    this.forgetYesterday(now)
    const account = this.word(name)
    const [narrow = 'unknown'] = networks
    const pair = `${narrow} ${account}`
    const known = this.known.has(pair)
    const limits = this.limits
    const ofPair = known ? limits.knownPair : limits.pair
    const counted: [Buckets, string, Limit][] = [[this.pairs, pair, ofPair]]
    if (!known) {
      limits.networks.forEach((limit, width) => {
        const network = networks[width]
        if (network !== undefined) counted.push([this.networks, network, limit])
      })
    }
    const wait = Math.max(
      ...counted.map(([buckets, name, limit]) => waitOf(buckets.left(name, limit, now), limit)),
    )
    if (wait > 0) return { retryAfter: wait }
    // An account under attack: whoever has failed there waits until that is forgotten; a network that has not gets in.
    const ofAccount = known ? null : limits.account
    if (ofAccount && this.accounts.left(account, ofAccount, now) < 1) {
      const left = this.pairs.left(pair, ofPair, now)
      if (left < ofPair.room) return { retryAfter: Math.ceil((ofPair.room - left) * ofPair.every) }
    } else if (ofAccount) {
      counted.push([this.accounts, account, ofAccount])
    }
    for (const [buckets, name, limit] of counted) buckets.add(name, -1, limit, now)
    let open = true
    const putBack = () => {
      if (!open) return
      open = false
      for (const [buckets, name, limit] of counted) buckets.add(name, 1, limit, this.clock.now().getTime())
    }
    return {
      known,
      withdraw: putBack,
      succeed: () => {
        putBack()
        this.remember(pair)
      },
    }
  }

  /** How many counters there are: memory is bounded. */
  get size(): number {
    return this.pairs.size + this.networks.size + this.accounts.size + this.known.size
  }

  private remember(pair: string): void {
    this.known.delete(pair)
    this.known.add(pair)
    if (this.known.size > mostCounters) this.known.delete(this.known.keys().next().value!)
  }

  /** What networks are called changes at midnight (UTC): what is known of yesterday's names is worth nothing. */
  private forgetYesterday(now: number): void {
    const today = new Date(now).toISOString().slice(0, 10)
    if (today === this.day) return
    this.day = today
    this.known.clear()
  }
}

/** Seconds until one more may fail; 0 where one may now. */
export const waitOf = (left: number, { every }: Limit): number =>
  left >= 1 ? 0 : Math.ceil(Math.round((1 - left) * every * 1000) / 1000)
