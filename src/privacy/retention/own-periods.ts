import type { FieldFault } from '../../shared/errors.js'
import { leastOf, lengthOf, ofLength, type Period } from './period.js'
import type { RetentionRow } from './retention-row.js'
import { retentionTable, shortenable, type RetentionCategory } from './retention-table.js'

/** The periods that a municipality has chosen, each in the unit of the table: `{ content: 12 }`. */
export type OwnPeriods = Partial<Record<RetentionCategory, number>>

/** As it is stored, whatever that is; what cannot be read is nothing chosen. */
export const ownPeriodsOf = (stored: unknown): OwnPeriods =>
  stored !== null && typeof stored === 'object' && !Array.isArray(stored) ? (stored as OwnPeriods) : {}

const isShortenable = (value: unknown): value is RetentionCategory =>
  (shortenable as readonly unknown[]).includes(value)

/** A municipality may keep something shorter than the table says, and never longer; null takes its own period back. */
export function ownPeriodFaults(category: unknown, length: unknown): FieldFault[] {
  if (!isShortenable(category))
    return [{ field: 'category', code: 'unknown-code', message: `One of ${shortenable.join(', ')}` }]
  const row: RetentionRow = retentionTable[category]
  const [least, most] = [leastOf(row), lengthOf(row.period)]
  if (length === null || (Number.isInteger(length) && Number(length) >= least && Number(length) <= most))
    return []
  const message = `A whole number from ${least} to ${most}: shorter than the table, never longer`
  return [{ field: 'length', code: 'range', message }]
}

/** The same periods with one more chosen, or taken back. As long as the table is nothing of its own. */
export function withPeriod(own: OwnPeriods, category: RetentionCategory, length: number | null): OwnPeriods {
  const { [category]: _, ...others } = own
  const none = length === null || length === lengthOf(retentionTable[category].period)
  return none ? others : { ...others, [category]: length }
}

/** How long a category is kept in a municipality. What was stored and cannot be used counts as nothing chosen. */
export function periodIn(category: RetentionCategory, own: OwnPeriods): Period {
  const row: RetentionRow = retentionTable[category]
  const { period, shorter } = row
  const length = own[category]
  if (!shorter || length === undefined || !Number.isInteger(length) || length < 1) return period
  // Also what was chosen before there was a least.
  return ofLength(period, Math.min(Math.max(length, leastOf(row)), lengthOf(period)))
}
