import type { Payload } from 'payload'
import { dateDisabled, disableUnused } from '../editorial/accounts/review.js'
import { forgetOldMails } from '../editorial/mail/mail-records.js'
import { runRetention } from '../editorial/retention/run-retention.js'
import { remindOfConfirmations } from '../editorial/remind-confirmations.js'
import { forgetEndedLinks } from '../editorial/share/share-records.js'
import { removeStrayFiles } from '../editorial/stray-files.js'
import type { Clock } from '../shared/clock.js'

/** After a night of which something failed, the next try comes after this. Milliseconds. */
const patience = 10 * 60_000

/**
 * What is done once a day: accounts that nobody uses are disabled; organisations are reminded of their yearly
 * confirmation; everything whose time is over goes, ended links to previews and e-mail that nobody sends too. What fails holds nothing else up. `goOn` says whether there is still time. Gives whether all was done.
 */
export async function nightly(
  payload: Payload,
  clock: Clock,
  goOn: () => boolean = () => true,
): Promise<boolean> {
  let all = true
  for (const work of [
    () => disableUnused(payload, clock),
    () => dateDisabled(payload, clock.now()),
    () => remindOfConfirmations(payload, clock),
    () => runRetention(payload, clock, goOn),
    () => forgetEndedLinks(payload, clock.now()),
    () => forgetOldMails(payload, clock.now()),
    () => removeStrayFiles(payload, clock.now()),
  ]) {
    if (!goOn()) return false
    await work().catch((error: unknown) => {
      payload.logger.error({ err: error }, 'jobs')
      all = false
    })
  }
  return all
}

/**
 * Does it at the first look of each day (UTC), and once after a start, beside whatever else is looked at meanwhile: what is
 * held or goes live at its time does not wait for it.
 */
export function everyNight(payload: Payload, clock: Clock) {
  let lastDay = ''
  let notBefore = 0
  let stopped = false
  let running: Promise<void> | null = null
  return {
    look(): void {
      const now = clock.now()
      const day = now.toISOString().slice(0, 10)
      if (running || stopped || lastDay === day || now.getTime() < notBefore) return
      running = nightly(payload, clock, () => !stopped)
        .then((all) => {
          if (all) lastDay = day
          else notBefore = now.getTime() + patience
        })
        .finally(() => (running = null))
    },
    /** Ends what is under way at its next step; it goes on with the next start. */
    async stop(): Promise<void> {
      stopped = true
      await running
    },
  }
}
