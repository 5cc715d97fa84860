import type { TextChoice } from '../../../moderation/decision-texts.js'

/** The text for a reason in a language; empty where there is none. */
export const textIn = (choices: readonly TextChoice[], reason: string, language: string): string =>
  choices.find((each) => each.reason === reason)?.texts[language] ?? ''
