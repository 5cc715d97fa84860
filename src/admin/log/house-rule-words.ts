import type { AdminLanguage } from '../language.js'
import type { Messages } from '../messages/en.js'
import { fill } from '../moderation/fill.js'
import type { MunicipalitySettings } from '../use-municipality.js'

type Rules = NonNullable<MunicipalitySettings['houseRules']>

/** The decisions whose reason can be a house rule of the municipality. */
const byRule: readonly string[] = ['reject', 'remove']

/**
 * A reason that is a house rule, as the rule reads now; one that the municipality has no more is named as what it was.
 * Null where the reason is no house rule.
 */
export function houseRuleWords(
  action: string,
  code: string,
  rules: Rules,
  language: AdminLanguage,
  w: Messages,
): string | null {
  const wording = rules.find((rule) => rule.code === code)?.wording ?? []
  const text = (wording.find((one) => one.language === language) ?? wording[0])?.text
  if (text) return text
  return byRule.includes(action) ? fill(w.logHouseRule, { code }) : null
}
