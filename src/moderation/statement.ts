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
