import type { Payload } from 'payload'
import { runClock } from '../editorial/clock.js'
import { copyOutOrTell } from '../editorial/erasure/copy-out.js'
import { ledgerOf } from '../editorial/erasure/ledger-file.js'
import { resolveAttempts } from '../editorial/erasure/resolve-attempts.js'
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

/**
 * Runs the clock and the reconciler in this process, while it holds the lease. `wipe` overwrites what the database has
 * freed, within a minute of an erasure. Returns how to stop.
 */
export function startJobs(
  payload: Payload,
  clock: Clock,
  wipe: (payload: Payload) => Promise<boolean>,
): { stop(): Promise<void> } {
  let stopped = false
  let lastReconcile = clock.now().getTime()
  let wiped = ledgerOf(payload).counted()
  let copied = wiped
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
      const counted = ledgerOf(payload).counted()
      if (counted !== copied) await copyOutOrTell(payload)
      copied = counted
      if (clock.now().getTime() - lastReconcile < everyReconcile) return
      lastReconcile = clock.now().getTime()
      await reconcile(payload)
      await resolveAttempts(payload)
      await copyOutOrTell(payload)
      const freed = ledgerOf(payload).counted()
      if (freed !== wiped && (await wipe(payload))) wiped = freed
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
