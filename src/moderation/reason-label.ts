import { type HouseRule, type Labels, reasonChoices } from './reasons.js'
import { isAction } from './states.js'
import { transitions } from './transitions.js'

/** The reason of a decision in words: of the closed list that the decision has, or of the house rules as they are now. */
export function reasonLabel(
  action: string | null,
  code: string | null,
  houseRules: readonly HouseRule[],
): Labels | null {
  if (!code) return null
  const list =
    (action !== null && isAction(action) ? transitions[action].needs.reasonList : null) ?? 'refusal'
  return reasonChoices(list, houseRules).find((choice) => choice.code === code)?.label ?? null
}
