import type { HouseRule } from './reasons.js'

/** Decisions that take something away from the one who wrote it, or from citizens. */
const takesAway: readonly string[] = [
  'reject',
  'remove',
  'withdraw',
  'uphold',
  'suspend',
  'decline',
  'close',
  'erase',
]

/** Why something was taken away, beside the facts, which are the decision's message. */
export interface Statement {
  ground: 'illegal-content' | 'house-rules'
  /** The house rule that was broken: its code, and its wording by language on the day of the decision. */
  rule: string | null
  wording: HouseRule['wording'] | null
}

/**
 * Every decision that takes something away says on what ground: that it is illegal, or that it breaks the terms, which
 * are here the house rules (EU 2022/2065, article 17(3)). A rule is quoted as it read then. Null for other decisions.
 */
export function statementOf(
  action: string,
  reason: string | null,
  houseRules: readonly HouseRule[],
): Statement | null {
  if (!takesAway.includes(action)) return null
  const rule = houseRules.find(({ code }) => code === reason) ?? null
  return {
    ground: reason === 'illegal' || reason === 'legal-order' ? 'illegal-content' : 'house-rules',
    rule: rule?.code ?? null,
    wording: rule?.wording ?? null,
  }
}

/** Months within which a rejection or removal can be appealed against (EU 2022/2065, article 20(1): at least six). */
export const appealMonths = 6

/** The last instant at which a decision of this instant can be appealed against. Both RFC 3339 in UTC. */
export function appealUntil(decidedAt: string): string {
  const until = new Date(decidedAt)
  // From the end of August it is the beginning of March: never less than six months.
  until.setUTCMonth(until.getUTCMonth() + appealMonths)
  return until.toISOString()
}

/** Whether whoever was refused has not appealed yet and still may. Where it is not known until when, they are not waited for. */
export const mayYetAppeal = (
  {
    appealable,
    appeal,
    appealUntil: until,
  }: { appealable: string | null; appeal: string | null; appealUntil: string | null },
  now: Date,
): boolean => appealable !== null && appeal === null && until !== null && now.getTime() <= Date.parse(until)
