import type { Payload } from 'payload'
import { installationLine } from '../../privacy/audit/log-entry.js'
import { countsOf, type Counts, type Planned } from '../../privacy/retention/plan.js'
import { codeOf, type RetentionCategory } from '../../privacy/retention/retention-table.js'
import type { Clock } from '../../shared/clock.js'
import { appendEntry, bare } from '../log/append-entry.js'
import { oneAtATime } from '../one-at-a-time.js'
import { portionOf } from './carry-out.js'
import { carryPortion, settle } from './carry-portion.js'
import { planRetention } from './plan-retention.js'
import { beginRun, openRuns, writeDown, type Run } from './run-record.js'

export interface RetentionReport {
  done: Counts
  /** What is over and stays: held, or somebody waits for a decision about it. */
  held: Counts
  /** Of which not everything could be looked at or done; the operator's log says why. */
  failed: RetentionCategory[]
}

/** What a run would do now. Changes nothing. */
export function dryRun(payload: Payload, now: Date): Promise<RetentionReport> {
  return oneAtATime('retention, dry', async () => {
    const { due, held, failed } = await planRetention(payload, now)
    return { done: countsOf(due), held: countsOf(held), failed }
  })
}

/**
 * The nightly run: everything whose time is over goes, by the table. It may be stopped anywhere and goes on with the
 * next call, in whichever process; a run of an earlier day that never came to its end is closed first. Proof is an entry
 * in the log for each municipality and category with how many there were. `goOn` says before each step whether there is
 * still time; a run that stops there is left open. Throws `RunTakenUp` where another process goes on with it.
 */
export function runRetention(
  payload: Payload,
  clock: Clock,
  goOn: () => boolean = () => true,
): Promise<RetentionReport> {
  return oneAtATime('retention', async () => {
    const now = clock.now()
    const run = (await takeUp(payload, now)) ?? (await beginRun(payload, now))
    const { due, held, failed } = await planRetention(payload, now)
    await writeDown(payload, run, { held: countsOf(held), failed: [...new Set([...run.failed, ...failed])] })
    for (const some of portions(due)) {
      if (!goOn()) return { done: run.done, held: run.held, failed: run.failed }
      await carryPortion(payload, run, some, clock)
      // SQLite answers without ever letting go of the thread: requests must come in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await finish(payload, run, now)
    return { done: run.done, held: run.held, failed: run.failed }
  })
}

/** The run of this day that a death has left open; those of other days, and those that had all done, are closed. */
async function takeUp(payload: Payload, now: Date): Promise<Run | null> {
  let today: Run | null = null
  for (const run of await openRuns(payload)) {
    await settle(payload, run)
    if (run.closing || run.day !== now.toISOString().slice(0, 10) || today) await finish(payload, run, now)
    else today = run
  }
  return today
}

/** A few of one category at a time; of the log, a whole line. */
export function* portions(due: readonly Planned[]): Generator<Planned[]> {
  let some: Planned[] = []
  for (const each of due) {
    const first = some[0]
    const ofLog = each.category === 'log'
    const same = first?.category === each.category && (!ofLog || first.line === each.line)
    if (some.length > 0 && (!same || (!ofLog && some.length >= portionOf(each.category)))) {
      yield some
      some = []
    }
    some.push(each)
  }
  if (some.length > 0) yield some
}

/** The proof: one entry for each category and municipality of which something went. */
async function finish(payload: Payload, run: Run, now: Date): Promise<void> {
  // From here on nothing is added: an entry that is written once says the whole number.
  if (!run.closing) await writeDown(payload, run, { closing: true })
  for (const [category, lines] of Object.entries(run.done)) {
    for (const [line, count] of Object.entries(lines)) {
      await appendEntry(payload, {
        ...bare,
        key: `retention ${run.id} ${category} ${line}`,
        at: now.toISOString(),
        action: 'end-of-time',
        kind: 'retention',
        document: line,
        municipality: line === installationLine ? null : line,
        actor: null,
        reason: codeOf(category),
        automated: true,
        number: count,
      })
    }
  }
  await writeDown(payload, run, { finished: now.toISOString() })
}
