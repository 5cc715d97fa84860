import type { Payload } from 'payload'
import { forgetEndedCodes } from '../editorial/accounts/one-time-codes.js'
import { disableUnused } from '../editorial/accounts/review.js'
import { forgetEndedSessions } from '../editorial/accounts/sessions.js'
import { runClock } from '../editorial/clock.js'
import { sealLog } from '../editorial/log/seal-log.js'
import { forgetEndedLinks } from '../editorial/share/share-records.js'
import { reconcile } from '../editorial/reconcile.js'
import type { Clock } from '../shared/clock.js'
import { holdLease } from './lease.js'

const second = 1000
/** Held decisions and times of going live are looked at this often, unfinished derivations a minute apart. */
const everyLook = second
const everyReconcile = 60 * second
/** What is done once a day is done at the first look of each day (UTC), and once after a start. */
const dayOf = (clock: Clock) => clock.now().toISOString().slice(0, 10)
const everyRenewal = 5 * second

/** Accounts that nobody uses are disabled; sessions and codes that have ended are forgotten. */
export async function nightly(payload: Payload, clock: Clock): Promise<void> {
  await disableUnused(payload, clock)
  await forgetEndedSessions(payload, clock.now())
  await forgetEndedCodes(payload, clock.now())
  await forgetEndedLinks(payload, clock.now())
}

/** Runs the clock and the reconciler in this process, while it holds the lease. Returns how to stop. */
export function startJobs(payload: Payload, clock: Clock): { stop(): Promise<void> } {
  let stopped = false
  let lastReconcile = clock.now().getTime()
  let lastDay = ''
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout

  const lease = holdLease(payload, 'jobs', clock)

  async function round(): Promise<void> {
    if (!(await lease.mine())) return
    // A long round must not lose the lease to another process half-way.
    const renewing = setInterval(() => void lease.mine().catch(() => false), everyRenewal)
    try {
      await runClock(payload, clock)
      await sealLog(payload)
      if (lastDay !== dayOf(clock)) {
        await nightly(payload, clock)
        lastDay = dayOf(clock)
      }
      if (clock.now().getTime() - lastReconcile < everyReconcile) return
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
      await lease.release()
    },
  }
}
