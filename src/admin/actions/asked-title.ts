import type { Messages } from '../messages/en.js'

/** Who reads a message depends on who sends it: the author to the municipality, the municipality to the author. */
const messages: Record<string, keyof Messages> = {
  submit: 'askMessageToMunicipality',
  appeal: 'askAppeal',
  correct: 'askNote',
  announce: 'askMessageToMunicipality',
}

/** What a form asks for, in words; null where an action asks for no such thing. */
export function askedTitle(field: string, action: string, collection: string, w: Messages): string {
  const ofLife = collection === 'organisations' && !messages[action]
  const titles: Record<string, unknown> = {
    message: w[messages[action] ?? (ofLife ? 'askMessageToOrganisation' : 'askMessage')],
    reason: w.askReason,
    explanation: w.askExplanation,
    status: w.askStatus,
    occurrence: w.askOccurrence,
    override: w.askOverride,
  }
  return String(titles[field] ?? field)
}
