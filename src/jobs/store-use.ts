import type { Payload } from 'payload'
import { storeUse } from '../editorial/use/use-records.js'
import { dayIn } from '../moderation/working-days.js'
import type { UseCounter } from '../privacy/use/use-counter.js'
import type { Clock } from '../shared/clock.js'

/** Milliseconds. */
const everyStore = 60_000

/**
 * Stores what was counted, every minute and at the end. What cannot be stored is held for the next time; a feed process that may
 * not write serves on and its counts come to nothing.
 */
export function startStoringUse(
  payload: Payload,
  { counter, zoneOf, clock }: { counter: UseCounter; zoneOf: (municipality: string) => string; clock: Clock },
): { store(): Promise<void>; stop(): Promise<void> } {
  async function store(): Promise<void> {
    const now = clock.now()
    for (const sum of counter.take((municipality) => dayIn(now, zoneOf(municipality))))
      await storeUse(payload, sum).catch((error: unknown) => {
        counter.giveBack([sum])
        payload.logger.error({ err: error }, 'use')
      })
  }
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(store)
  }, everyStore)
  timer.unref()
  return {
    store,
    async stop() {
      clearInterval(timer)
      await running
      await store()
    },
  }
}
