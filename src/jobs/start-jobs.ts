import type { Payload } from 'payload'
import { runClock } from '../editorial/clock.js'
import { sealLog } from '../editorial/log/seal-log.js'
import { reconcile } from '../editorial/reconcile.js'
import type { Clock } from '../shared/clock.js'
import { holdLease } from './lease.js'
import { everyNight } from './nightly.js'

const second = 1000
/** Held decisions and times of going live are looked at this often, unfinished derivations a minute apart. */
const everyLook = second
const everyReconcile = 60 * second
const everyRenewal = 5 * second

/** Runs the clock and the reconciler in this process, while it holds the lease. Returns how to stop. */
export function startJobs(payload: Payload, clock: Clock): { stop(): Promise<void> } {
  let stopped = false
  let lastReconcile = clock.now().getTime()
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout

  const lease = holdLease(payload, 'jobs', clock)
  const night = everyNight(payload, clock)

  async function round(): Promise<void> {
    if (!(await lease.mine())) return
    // A long round must not lose the lease to another process half-way.
    const renewing = setInterval(() => void lease.mine().catch(() => false), everyRenewal)
    try {
      await runClock(payload, clock)
      await sealLog(payload)
      night.look()
      // A clock that was set back must not put it off for as long.
      const since = clock.now().getTime() - lastReconcile
      if (since >= 0 && since < everyReconcile) return
      lastReconcile = clock.now().getTime()
      await reconcile(payload)
    } finally {
      clearInterval(renewing)
    }
  }

  function schedule(): void {
    timer = setTimeout(() => {
      running = round()
        .catch((error: unknown) => {
          payload.logger.error({ err: error }, 'jobs')
        })
        .finally(() => {
          if (!stopped) schedule()
        })
    }, everyLook)
    timer.unref()
  }
  schedule()

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      await night.stop()
      await lease.release()
    },
  }
}
