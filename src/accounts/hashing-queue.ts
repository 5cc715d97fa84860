import { DomainError } from '../shared/errors.js'

/**
 * Working out a password takes a fifth of a second on one of the four threads that also serve files and pictures. So at
 * most two are worked on, and at most this many wait; beyond that people are asked to come back instead of everybody
 * waiting for longer and longer.
 */
export const hashingLimits = { atOnce: 2, waiting: 60, retryAfter: 5 } as const

interface Waiting {
  start: () => void
}

/** Runs work two at a time; whoever is known goes before strangers, whom nobody can be crowded out by. */
export class HashingQueue {
  private running = 0
  private readonly known: Waiting[] = []
  private readonly strangers: Waiting[] = []

  constructor(
    private readonly limits: { atOnce: number; waiting: number; retryAfter: number } = hashingLimits,
  ) {}

  async run<T>(work: () => Promise<T>, { known }: { known: boolean }): Promise<T> {
    await this.turn(known ? this.known : this.strangers)
    try {
      return await work()
    } finally {
      this.running -= 1
      ;(this.known.shift() ?? this.strangers.shift())?.start()
    }
  }

  private turn(line: Waiting[]): Promise<void> {
    if (this.running < this.limits.atOnce) {
      this.running += 1
      return Promise.resolve()
    }
    if (line.length >= this.limits.waiting) throw tooMany(this.limits.retryAfter)
    return new Promise((resolve) =>
      line.push({
        start: () => {
          this.running += 1
          resolve()
        },
      }),
    )
  }
}

/** `retryAfter` in seconds stands in the header of that name, too. */
export const tooMany = (retryAfter: number) =>
  new DomainError('too-many-requests', `Too many attempts. Try again in ${retryAfter} seconds.`, {
    facts: { retryAfter },
  })
