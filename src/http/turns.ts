import { DomainError } from '../shared/errors.js'

/**
 * Answers that have to be made wait for their turn, so that those that are ready go out in between: however much is
 * asked for at once, nobody waits longer for a ready answer than these few milliseconds and the longest single question.
 */
export interface Turns {
  /** Runs at once where there is time, else when its turn comes. `isWanted` is asked then: a client may have left. */
  take<T>(work: () => T | Promise<T>, isWanted: () => boolean): T | Promise<T>
  /** Counts work that went on after its turn had begun, in milliseconds. */
  spend(milliseconds: number): void
}

/** Milliseconds of work before the others have their turn. */
const longest = 5
/** More than these are not let in: they would wait for minutes. */
const mostWaiting = 2_000

export function createTurns(): Turns {
  const waiting: (() => void)[] = []
  let spent = 0
  let resting = false

  function rest(): void {
    if (resting) return
    resting = true
    setImmediate(() => {
      resting = false
      spent = 0
      while (waiting.length > 0 && spent < longest) waiting.shift()!()
      if (waiting.length > 0) rest()
    })
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

  return {
    spend(milliseconds) {
      spent += milliseconds
      rest()
    },
    take<T>(work: () => T | Promise<T>, isWanted: () => boolean): T | Promise<T> {
      if (waiting.length === 0 && spent < longest) return timed(work)
      if (waiting.length >= mostWaiting)
        throw new DomainError('unavailable', 'Too much is asked for at once. Try again in a moment.')
      return new Promise<T>((resolve, reject) => {
        waiting.push(() => {
          if (!isWanted()) return reject(new DomainError('unavailable', 'Nobody waits for this any more.'))
          try {
            resolve(timed(work))
          } catch (fault) {
            reject(fault as Error)
          }
        })
      })
    },
  }
}
