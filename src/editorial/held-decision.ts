import { DomainError } from '../shared/errors.js'
import type { Relation } from '../tenancy/relation.js'
import { addressesOf } from './notices/tell.js'
import { registerOutbox } from './registers.js'
import type { Outbox, Pending, WorkingDocument } from './working-document.js'

type Holder = Pick<WorkingDocument, 'pending'>

/** Of the held decisions those that nobody's newer word may set aside unnoticed. */
const takesDown: readonly string[] = ['withdraw', 'remove']
/** What editors may do meanwhile: it changes nothing that citizens see, or takes the document down at once. */
const goesBeside: readonly string[] = ['claim', 'release', 'look-over', 'withdraw', 'remove', 'erase']

/**
 * Refuses what would make a held decision to take the document down void: what should be gone would stay public, and who
 * decided it would believe that it is gone. Seconds later it has taken effect or was undone.
 */
export function requireNoHeldTakeDown(
  { pending }: Holder,
  relation: Pick<Relation, 'editor' | 'municipalityAdmin' | 'clock'>,
  action: string,
): void {
  if (!pending || !takesDown.includes(pending.action) || relation.clock) return
  const decides = relation.editor || relation.municipalityAdmin
  if (decides && goesBeside.includes(action)) return
  throw new DomainError(
    'not-possible-in-this-state',
    decides
      ? 'This is about to be taken down. Undo that decision first, or try again in a few seconds.'
      : 'This is about to be taken down. Try again in a few seconds.',
  )
}

/** A held decision beside a change that is none of its business: it stands. */
export const pendingAt = ({ pending }: Holder, revision: number): Pending | null =>
  pending && { ...pending, revision }

/**
 * A held decision beside a field that is emptied at once, such as a contact who no longer wants to be named: it stands,
 * unless its own edits would bring that field back.
 */
export function pendingWithout(
  document: WorkingDocument,
  bringsBack: (edits: Record<string, unknown>) => boolean,
  { revision, at }: { revision: number; at: Date },
): { pending: Pending | null; voids: Outbox | null } {
  const { pending } = document
  const edits = pending?.input.edits as Record<string, unknown> | null | undefined
  if (pending && edits && bringsBack(edits)) return { pending: null, voids: voidOf(pending, document, at) }
  return { pending: pendingAt(document, revision), voids: null }
}

/** What the log tells of a held decision that came to nothing. */
export const voidOf = (
  { decision, actor, device }: Pending,
  { state, revision }: Pick<WorkingDocument, 'state' | 'revision'>,
  at: Date,
): Outbox => ({
  ...registerOutbox('void', revision, { account: actor, device }, at),
  cause: `${decision} void`,
  from: state,
  to: state,
  publication: false,
  automated: true,
  tell: addressesOf('void', { organisation: null, accounts: { 'who-held-it': actor } }),
})
