import { type HouseRule, type Labels, reasonChoices } from './reasons.js'
import { usualOfRules, usualTexts } from './usual-texts.js'

/** What a text is for: asking for changes, or refusing (reject and remove). */
export const textUses = ['changes', 'refusal'] as const
export type TextUse = (typeof textUses)[number]

/** Words of a municipality's own for one use and reason, by language code. */
export interface OwnText {
  use: TextUse
  /** A closed code or the code of a house rule. */
  reason: string
  texts: Record<string, string>
}

/** A reason with what an editor begins to write from, by language. */
export interface TextChoice {
  reason: string
  label: Labels
  texts: Record<string, string>
}

/** What is filled in. */
export interface TextFacts {
  title: string
  organisation: string
}

const languages = ['sv', 'nb', 'en'] as const

/**
 * The reasons for a use, each with its text filled in: the municipality's own words where it has them, else the usual
 * ones. A reason without any words begins empty.
 */
export function textChoices(
  use: TextUse,
  own: readonly OwnText[],
  houseRules: readonly HouseRule[],
  facts: TextFacts,
): TextChoice[] {
  const rules = new Map(houseRules.map((rule) => [rule.code, rule]))
  return reasonChoices('refusal', houseRules).map(({ code, label }) => {
    const rule = rules.get(code)
    const usual: Partial<Labels> = (rule ? usualOfRules[use] : usualTexts[use][code]) ?? {}
    const said = own.find((text) => text.use === use && text.reason === code)?.texts ?? {}
    const known = [...new Set([...languages, ...Object.keys(said), ...Object.keys(rule?.wording ?? {})])]
    const texts = known.flatMap((language): [string, string][] => {
      const text = said[language] ?? usual[language as keyof Labels]
      const words = rule?.wording[language] ?? label[language as keyof Labels] ?? label.en
      return text ? [[language, filled(text, { ...facts, rule: words })]] : []
    })
    return { reason: code, label, texts: Object.fromEntries(texts) }
  })
}

/** The text with `{title}`, `{organisation}` and `{rule}` replaced; anything else in braces stays as it was typed. */
export const filled = (text: string, facts: TextFacts & { rule: string }): string =>
  text.replace(/\{(title|organisation|rule)\}/g, (_, name: keyof typeof facts) => facts[name])

/**
 * The language in which an author is written to: that of what they wrote, where the municipality has it, else its first.
 */
export const languageToWriteIn = (content: string | null, municipality: readonly string[]): string =>
  content && municipality.includes(content) ? content : (municipality[0] ?? 'sv')
