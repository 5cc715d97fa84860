import { DomainError } from '../shared/errors.js'
import type { Relation } from '../tenancy/relation.js'
import type { WorkingDocument } from './working-document.js'

/** Of the held decisions those that an author's newer word must not set aside. */
const takesDown: readonly string[] = ['withdraw', 'remove']

/**
 * Refuses what an author does while a decision to take the document down is held: it would make that decision
 * void, and what should be gone would stay public. Seconds later it has taken effect or was undone.
 */
export function requireNoHeldTakeDown(
  { pending }: Pick<WorkingDocument, 'pending'>,
  relation: Pick<Relation, 'editor' | 'clock'>,
): void {
  if (!pending || !takesDown.includes(pending.action) || relation.editor || relation.clock) return
  throw new DomainError(
    'not-possible-in-this-state',
    'This is about to be taken down. Try again in a few seconds.',
  )
}
