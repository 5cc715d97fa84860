import type { MemberAction } from '../../organisations/member-actions.js'
import type { Happening } from './happened.js'
import type { NextStep } from './next-steps.js'

/** Those who are told of something. A notice to an organisation is read by all of its people, each for themselves. */
export const addressees = [
  'organisation',
  'co-organisers',
  'deciders',
  'municipality-admins',
  'everyone-here',
  'who-decided',
  'who-held-it',
  'the-account',
  'who-left',
  'organisation-admins',
  'contributors',
] as const
export type Addressee = (typeof addressees)[number]

export interface Telling {
  /** `by-others`: not where the organisation did it itself. */
  when: 'always' | 'by-others'
  next: NextStep
}

/** Who is told and what they can do next; or, as a sentence, why nobody needs to be told, or why not `otherwise`. */
export type HappeningRow = string | (Partial<Record<Addressee, Telling>> & { otherwise?: string })

const always = (next: NextStep): Telling => ({ when: 'always', next })
const byOthers = (next: NextStep): Telling => ({ when: 'by-others', next })
/** What is written from the approved words names others too. */
const decidedForAll = { organisation: always('see'), 'co-organisers': always('step-aside') }

const ownWords = 'Whoever writes sees it at once, and nobody else is concerned until it is submitted.'
const ownDeed = 'The organisation did it itself; the desk shows it to the others.'
const inQueue = 'It waits in the queue of editors, who are shown how much waits there.'
const reading = 'It tells other editors who is reading, changes nothing for the author and ends by itself.'
const asPlanned = 'It comes as was decided and told before; the desk shows it.'

/**
 * Which happening tells whom, and what they can do next. Nobody is left without a word: a row is either those who are
 * told or the reason why nobody needs to be.
 */
export const happenings: Record<Happening, HappeningRow> = {
  save: ownWords,
  // Let through by a rule it names others at once.
  submit: { 'co-organisers': always('step-aside'), otherwise: inQueue },
  'withdraw-submission': ownWords,
  'discard-changes': ownWords,
  'delete-draft': ownWords,
  'accept-numbers': { organisation: always('see') },
  claim: reading,
  release: reading,
  'look-over': 'An editor has read what was public already, and changed nothing.',
  approve: decidedForAll,
  'approve-with-edits': decidedForAll,
  'request-changes': { organisation: always('mend') },
  reject: { organisation: always('mend-or-appeal') },
  publish: decidedForAll,
  correct: { organisation: always('check'), 'co-organisers': always('step-aside') },
  announce: { organisation: byOthers('check'), otherwise: ownDeed },
  pin: 'It changes the order of a list and no word of what the author wrote.',
  unpin: 'It changes the order of a list and no word of what the author wrote.',
  withdraw: { organisation: byOthers('ask'), otherwise: ownDeed },
  remove: { organisation: always('appeal') },
  restore: decidedForAll,
  appeal: inQueue,
  uphold: { organisation: always('read') },
  overturn: { ...decidedForAll, 'who-decided': always('look') },
  erase: { organisation: always('write-anew') },
  'go-live': asPlanned,
  expire: asPlanned,
  apply: { deciders: always('decide-application') },
  invite: { organisation: always('start') },
  decline: { organisation: always('apply-anew') },
  suspend: { organisation: always('ask') },
  reinstate: { organisation: always('start') },
  confirm: 'Whoever confirmed sees that it is done, and nothing changes for the others.',
  leave: { organisation: always('nothing'), deciders: always('look') },
  open: 'A place shows in the register because something that uses it was approved, which is told.',
  renew: 'The times of a series are written further ahead; nothing of it changes.',
  'step-aside': { organisation: always('see') },
  close: { 'everyone-here': always('wait') },
  reopen: { 'everyone-here': always('start') },
  void: { 'who-held-it': always('decide-anew') },
  undo: { 'who-held-it': always('decide-anew') },
  'end-consent': { organisation: always('other-picture') },
  'withdraw-consent': { organisation: always('other-picture') },
  'end-contact': { organisation: always('other-contact') },
  'withdraw-contact': { organisation: byOthers('other-contact'), otherwise: ownDeed },
  'lose-place': { organisation: always('other-place') },
  'webhook-off': { 'municipality-admins': always('look-into-webhook') },
  forget: 'Its time was over, as the municipality says beforehand; nothing of it is left to tell of.',
  // Only an admin can confirm.
  'confirm-soon': { 'organisation-admins': always('confirm') },
  'confirm-due': { 'organisation-admins': always('confirm') },
  'confirm-without-admin': { contributors: always('ask-for-admin') },
  'offer-hand-over': { 'the-account': always('see-people') },
  'accept-hand-over': { 'the-account': always('see-people'), 'who-left': always('nothing') },
  'decline-hand-over': { 'the-account': always('see-people') },
  'end-hand-over': { 'the-account': always('see-people') },
  'make-admin': { 'the-account': always('see-people') },
  'make-contributor': { 'the-account': always('see-people') },
  'member-left': { 'organisation-admins': always('see-people') },
  'end-role': { 'the-account': always('nothing') },
  'address-refused': { 'the-account': always('other-address') },
}

/** What tells of each thing that is done with a login of an organisation; or, as a sentence, why nobody needs to be told. */
export const memberHappenings: Record<MemberAction, readonly Happening[] | string> = {
  invite: 'Whoever invites tells the code by word of mouth, and nobody else is concerned by it.',
  'make-admin': ['make-admin'],
  'make-contributor': ['make-contributor', 'end-hand-over'],
  'take-away': ['end-role', 'end-hand-over'],
  'hand-over': ['offer-hand-over', 'end-hand-over'],
  'accept-hand-over': ['accept-hand-over'],
  'decline-hand-over': ['decline-hand-over'],
  'take-back-hand-over': ['end-hand-over'],
  leave: ['member-left', 'end-hand-over'],
}

const rowOf = (happening: string) => happenings[happening as Happening] as HappeningRow | undefined

/** Those who are told of something that happened; `own`: the organisation concerned did it itself. */
export function toldOf(happening: string, { own }: { own: boolean }): Addressee[] {
  const row = rowOf(happening)
  if (!row || typeof row === 'string') return []
  return addressees.filter((each) => row[each] && (row[each].when === 'always' || !own))
}

/**
 * Whether somebody is told that it happened and to what that is public, and nothing else: what an editor and an author
 * say to each other, and what was changed on the way, is theirs and not that of whoever is named beside.
 */
export const isToldOnlyThat = (told: Addressee): boolean => told === 'co-organisers'

/** What one of those who were told can do next; null where the table knows nothing of it. */
export function nextStepOf(happening: string, told: string): NextStep | null {
  const row = rowOf(happening)
  if (!row || typeof row === 'string') return null
  return row[told as Addressee]?.next ?? null
}
