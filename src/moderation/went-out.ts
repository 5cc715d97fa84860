import type { ByRule } from './decision.js'

/** A status that was told to citizens at once: of one occurrence by its original start, or of the whole event. */
export interface Announced {
  status: string
  /** An instant in UTC, or a date where the event lasts all day; null for the whole event. */
  occurrence: string | null
}

/** What the record of a document keeps of what went out before anybody at the municipality had looked at it. */
export interface OutRecord {
  /** The rule that let the words out which nobody has looked at. Absent in records from before it was kept. */
  ruleUnseen?: ByRule
  /** What was announced, the latest last. Absent in records from before it was kept. */
  announced?: (Announced & { at: string; seen: boolean })[]
}

/** What stands public and unseen: words by a rule, announcements of what was approved, or both. */
export interface WentOut {
  by: ByRule
  announced: Announced[]
}

/** More are not kept; what is older is long since seen. */
const mostKept = 60

interface Out {
  /** It stood among what nobody had looked at. */
  wasUnseen: boolean
  byRule: ByRule
  /** A person at the municipality looked at all that was out. */
  looksOver: boolean
  announced: (Announced & { at: string }) | null
}

/** What the record keeps after an action. */
export function outAfter(before: OutRecord & { approvedByRule: ByRule }, out: Out): Required<OutRecord> {
  const ofOld = out.wasUnseen ? before.approvedByRule : null
  const was = before.ruleUnseen === undefined ? ofOld : before.ruleUnseen
  const kept = (before.announced ?? []).map((one) => (out.looksOver ? { ...one, seen: true } : one))
  const fresh = out.announced ? [{ ...out.announced, seen: false }] : []
  return {
    ruleUnseen: out.byRule ?? (out.looksOver ? null : was),
    announced: [...kept, ...fresh].slice(-mostKept),
  }
}

interface OutFacts {
  /** It waits to be looked at afterwards, or stands among what went out unreviewed. */
  unseen: boolean
  record: OutRecord & { approvedByRule: ByRule }
  /** What citizens are told now. */
  standing: readonly Announced[]
}

/** What went out unreviewed; null where somebody has looked at everything. */
export function wentOut({ unseen, record, standing }: OutFacts): WentOut | null {
  if (!unseen) return null
  const by = record.ruleUnseen === undefined ? record.approvedByRule : record.ruleUnseen
  const kept = record.announced?.filter(({ seen }) => !seen) ?? []
  const latest = kept.filter(
    (one, index) => !kept.slice(index + 1).some(({ occurrence }) => occurrence === one.occurrence),
  )
  const announced = latest.length > 0 || by ? latest : standing
  return { by, announced: announced.map(({ status, occurrence }) => ({ status, occurrence })) }
}
