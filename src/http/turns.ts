import { DomainError } from '../shared/errors.js'

/**
 * Answers that have to be made wait for their turn, so that those that are ready go out in between: however much is
 * asked for at once, nobody waits longer for a ready answer than these few milliseconds and the longest single piece of work.
 */
export interface Turns {
  /**
   * Runs at once where there is time, else when its turn comes. `isWanted` is asked then: a client may have left. Of a
   * promise only the making counts; what passes until it is settled is taken for waiting.
   */
  take<T>(work: () => T | Promise<T>, isWanted: () => boolean): T | Promise<T>
  /** The same of work that goes on in promises by itself: all of it counts, and nobody else has a turn until it has ended. */
  takeWhole<T>(work: () => Promise<T>, isWanted: () => boolean): Promise<T>
  /** The next piece of work that has had a turn: behind all who wait by now, and never refused. */
  goOn<T>(work: () => T | Promise<T>): Promise<T>
}

/** Milliseconds of work before the others have their turn. */
const longest = 5
/** More than these are not let in: they would wait for minutes. */
const mostWaiting = 2_000

export function createTurns(): Turns {
  const waiting: (() => void)[] = []
  let spent = 0
  let resting = false
  let inPromises = false

  function rest(): void {
    if (resting) return
    resting = true
    setImmediate(() => {
      resting = false
      spent = 0
      next()
    })
  }

  function next(): void {
    while (waiting.length > 0 && spent < longest && !inPromises) waiting.shift()!()
    // Work that goes on in promises calls the next one itself.
    if (waiting.length > 0 && !inPromises) rest()
  }

  function timed<T>(work: () => T): T {
    const began = performance.now()
    try {
      return work()
    } finally {
      spent += performance.now() - began
      rest()
    }
  }

  async function whole<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    inPromises = true
    try {
      return await work()
    } finally {
      inPromises = false
      spent += performance.now() - began
      rest()
      next()
    }
  }

  const isFree = (): boolean => waiting.length === 0 && spent < longest && !inPromises

  function wait<T>(run: () => T | Promise<T>, isWanted: () => boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.push(() => {
        if (!isWanted()) return reject(new DomainError('unavailable', 'Nobody waits for this any more.'))
        try {
          resolve(run())
        } catch (fault) {
          reject(fault as Error)
        }
      })
    })
  }

  function refuseTooMany(): void {
    if (waiting.length >= mostWaiting)
      throw new DomainError('unavailable', 'Too much is asked for at once. Try again in a moment.')
  }

  return {
    take(work, isWanted) {
      if (isFree()) return timed(work)
      refuseTooMany()
      return wait(() => timed(work), isWanted)
    },
    async takeWhole(work, isWanted) {
      if (isFree()) return whole(work)
      refuseTooMany()
      return wait(() => whole(work), isWanted)
    },
    goOn(work) {
      const done = wait(
        () => timed(work),
        () => true,
      )
      rest()
      return done
    },
  }
}
