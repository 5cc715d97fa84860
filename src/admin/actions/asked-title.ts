import type { Messages } from '../messages/en.js'
import type { Offered } from './action-list.js'

/** Who reads a message depends on who sends it: the author to the municipality, the municipality to the author. */
const messages: Record<string, keyof Messages> = {
  submit: 'askMessageToMunicipality',
  appeal: 'askAppeal',
  correct: 'askNote',
  announce: 'askMessageToMunicipality',
}

/** Only an editor may tell citizens why: whoever withdraws and is not asked for that is the author. */
const ofAuthor = ({ action, needs }: AskingAction, collection: string): boolean =>
  action === 'withdraw' &&
  ['events', 'posts'].includes(collection) &&
  !needs.some(({ field }) => field === 'explanation')

type AskingAction = Pick<Offered, 'action'> & { needs: readonly { field: string }[] }

/** What a form asks for, in words; the field's own name where it asks for no such thing. */
export function askedTitle(field: string, offered: AskingAction, collection: string, w: Messages): string {
  const { action } = offered
  const toMunicipality = ofAuthor(offered, collection) ? 'askMessageToMunicipality' : messages[action]
  const ofLife = collection === 'organisations' && !toMunicipality
  const titles: Record<string, unknown> = {
    message: w[toMunicipality ?? (ofLife ? 'askMessageToOrganisation' : 'askMessage')],
    reason: w.askReason,
    explanation: w.askExplanation,
    status: w.askStatus,
    occurrence: w.askOccurrence,
    override: w.askOverride,
  }
  return String(titles[field] ?? field)
}
