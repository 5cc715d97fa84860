import {
  languageToWriteIn,
  type OwnText,
  type TextChoice,
  textChoices,
} from '../../../moderation/decision-texts.js'
import { type HouseRule, reasonChoices } from '../../../moderation/reasons.js'
import type { QueueRow } from '../../../moderation/queue.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import type { DecisionInput } from '../decide/send-decision.js'
import { textIn } from '../decide/text-in.js'
import { fill } from '../fill.js'
import type { BulkAction } from './bulk-run.js'

/** What is said to many at once: a text of the municipality by its reason, or words of one's own instead of it. */
export interface BulkInput {
  reason: string
  /** Null while the message is still the text. */
  own: string | null
}
export const nothingTyped: BulkInput = { reason: '', own: null }

export const asksMessage = (action: BulkAction): boolean =>
  action === 'request-changes' || action === 'reject'

interface Worded {
  language: string
  text: string
}
const worded = (rows: readonly Worded[] | undefined): Record<string, string> =>
  Object.fromEntries((rows ?? []).map(({ language, text }) => [language, text]))

/** The house rules and texts of the municipality, with `{title}` left for each to fill in. */
export function bulkTexts(municipality: MunicipalitySettings | null) {
  const rules: HouseRule[] = (municipality?.houseRules ?? []).map(({ code, wording }) => ({
    code,
    wording: worded(wording),
    surfaces: [],
  }))
  const own = (municipality?.decisionTexts ?? []).map(({ use, reason, texts }): OwnText => ({
    use,
    reason,
    texts: worded(texts),
  }))
  const blanks = { title: '{title}', organisation: '{organisation}' }
  return {
    reasons: reasonChoices('refusal', rules),
    changes: textChoices('changes', own, rules, blanks),
    refusal: textChoices('refusal', own, rules, blanks),
    languages: municipality?.languages ?? [],
  }
}
export type BulkTexts = ReturnType<typeof bulkTexts>

const choicesFor = (texts: BulkTexts, action: BulkAction): readonly TextChoice[] =>
  action === 'reject' ? texts.refusal : texts.changes

/** The text in one language; where the municipality has none in it, in its first. */
export const textFor = (texts: BulkTexts, action: BulkAction, reason: string, language: string): string =>
  textIn(choicesFor(texts, action), reason, language) ||
  textIn(choicesFor(texts, action), reason, languageToWriteIn(null, texts.languages))

/** Another reason brings its text along; words that somebody wrote are never replaced by it. */
export const withReason = ({ own }: BulkInput, reason: string): BulkInput => ({
  reason,
  own: own?.trim() ? own : null,
})

/** What stands in the field: one's own words, or the text in the first language of the municipality. */
export const shownMessage = (input: BulkInput, texts: BulkTexts, action: BulkAction): string =>
  input.own ?? textFor(texts, action, input.reason, languageToWriteIn(null, texts.languages))

/** What was typed; typed back to the text it is the text again, in each language. */
export const withWords = (
  input: BulkInput,
  words: string,
  texts: BulkTexts,
  action: BulkAction,
): BulkInput => ({
  ...input,
  own: words === shownMessage({ ...input, own: null }, texts, action) && words !== '' ? null : words,
})

/**
 * What one of many gets: the text in the language that its author wrote in, or one's own words as they stand. `{title}`
 * and `{organisation}` are its own.
 */
export function messageFor(row: QueueRow, input: BulkInput, texts: BulkTexts, action: BulkAction): string {
  const language = languageToWriteIn(row.language, texts.languages)
  return fill(input.own ?? textFor(texts, action, input.reason, language), {
    title: row.title ?? '',
    organisation: row.organisation?.name ?? '',
  })
}

/** What is sent with the decision about one of many. */
export function inputFor(
  row: QueueRow,
  input: BulkInput,
  texts: BulkTexts,
  action: BulkAction,
): DecisionInput {
  if (!asksMessage(action)) return {}
  const message = messageFor(row, input, texts, action) || undefined
  return action === 'reject' ? { reason: input.reason || undefined, message } : { message }
}

/** One of each language that is written in, as an example, and how many there are of it. */
export function byLanguage(
  rows: readonly QueueRow[],
  { languages }: Pick<BulkTexts, 'languages'>,
): { language: string; many: number; example: QueueRow }[] {
  const found = new Map<string, QueueRow[]>()
  for (const row of rows) {
    const language = languageToWriteIn(row.language, languages)
    found.set(language, [...(found.get(language) ?? []), row])
  }
  return [...found].map(([language, some]) => ({ language, many: some.length, example: some[0]! }))
}
