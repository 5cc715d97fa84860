import type { Payload, Where } from 'payload'
import { countsOf, type Counts, type Planned } from '../../privacy/retention/plan.js'
import type { RetentionCategory } from '../../privacy/retention/retention-table.js'
import type { Clock } from '../../shared/clock.js'
import { logCollection } from '../log/append-entry.js'
import { cutLog } from '../log/cut-log.js'
import type { Row } from './candidates.js'
import { carryingOf, idsOf } from './carry-out.js'
import { planRetention } from './plan-retention.js'
import { addCounts, underWayOf, writeDown, type Run, type UnderWay } from './run-record.js'

/**
 * Carries out a few of one category, or cuts one line of the log, and writes down what was done. They are looked at anew
 * first: what was held, restored or written at since the plan was made stays. What cannot be done now is told to the
 * operator, and holds nothing else up.
 */
export async function carryPortion(
  payload: Payload,
  run: Run,
  some: readonly Planned[],
  clock: Clock,
): Promise<void> {
  const { category, line } = some[0]!
  const still = await dueStill(payload, some, clock.now()).catch((error: unknown) => {
    payload.logger.error({ err: error, kind: category, document: line }, 'retention')
    return null
  })
  if (!still) return writeDown(payload, run, { failed: named(run, category) })
  if (still.length === 0) return
  const log =
    category === 'log' ? { entries: still.length, upTo: await placeOf(payload, still.at(-1)!.id) } : null
  await writeDown(payload, run, { underWay: underWayOf(still, log) })
  let failed = false
  try {
    if (log) {
      const { whole } = await cutLog(payload, line, still.at(-1)!.id, clock)
      if (!whole) throw new BrokenLine(line)
    } else await carryEach(payload, still, clock)
  } catch (error) {
    payload.logger.error({ err: error, kind: category, document: line }, 'retention')
    failed = true
  }
  await settle(payload, run, failed)
}

const named = ({ failed }: Run, category: RetentionCategory): RetentionCategory[] => [
  ...new Set([...failed, category]),
]

/**
 * Of what was under way, what is gone now was done. After a death, by whoever takes up the run (`failed` left out), what
 * is left has not failed: it is tried again at once.
 */
export async function settle(payload: Payload, run: Run, failed?: boolean): Promise<void> {
  const { underWay } = run
  if (!underWay) return
  const { done, leftOver } = await outcomeOf(payload, underWay)
  await writeDown(payload, run, {
    done: addCounts(run.done, done),
    failed: failed === undefined || !(failed || leftOver) ? run.failed : named(run, underWay.category),
    underWay: null,
  })
}

async function outcomeOf(
  payload: Payload,
  { category, line, ids, lines, log }: UnderWay,
): Promise<{ done: Counts; leftOver: boolean }> {
  if (log) {
    const of: Where = {
      and: [
        { line: { equals: line } },
        { sequence: { greater_than: 0 } },
        { sequence: { less_than_equal: log.upTo } },
      ],
    }
    const { totalDocs: left } = await payload.db.count({ collection: logCollection, where: of })
    const gone = Math.max(0, log.entries - left)
    return { done: gone > 0 ? { [category]: { [line]: gone } } : {}, leftOver: left > 0 }
  }
  const left = await carryingOf(category).left(payload, ids)
  const gone = ids.flatMap((id, index): Planned[] =>
    left.has(id) ? [] : [{ id, category, line: lines[index]! }],
  )
  return { done: countsOf(gone), leftOver: left.size > 0 }
}

async function dueStill(payload: Payload, some: readonly Planned[], now: Date): Promise<Planned[]> {
  const { category, line } = some[0]!
  const part = category === 'log' ? { category, ids: null, line } : { category, ids: idsOf(some), line: null }
  const { due } = await planRetention(payload, now, part)
  const still = new Set(idsOf(due))
  return some.filter(({ id }) => still.has(id))
}

/** All at once, and where that fails one by one: what is wrong with one keeps no other. */
async function carryEach(payload: Payload, some: readonly Planned[], clock: Clock): Promise<void> {
  const { carry } = carryingOf(some[0]!.category)
  if (some.length === 1) return carry(payload, idsOf(some), clock)
  await carry(payload, idsOf(some), clock).catch(async () => {
    for (const id of idsOf(some)) {
      await carry(payload, [id], clock).catch((error: unknown) => {
        payload.logger.error({ err: error, kind: some[0]!.category, document: id }, 'retention')
      })
    }
  })
}

async function placeOf(payload: Payload, entry: string): Promise<number> {
  const row = await payload.db.findOne<Row>({ collection: logCollection, where: { id: { equals: entry } } })
  return Number(row?.sequence ?? 0)
}

class BrokenLine extends Error {
  override name = 'BrokenLogLine'
  readonly code = 'log-line-broken'
  constructor(line: string) {
    super(`The line ${line} of the log is not whole, so it is not cut. Run: npm run audit`)
  }
}
