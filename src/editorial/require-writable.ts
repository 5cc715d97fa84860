import type { PostContent } from '../community/post-content.js'
import { DomainError } from '../shared/errors.js'
import { lenientFaults } from './check-content.js'
import type { Situation } from './facts.js'
import { requireOwnPictures } from './own-pictures.js'
import { copiesOf } from './snapshot.js'
import type { Content, Copies, ModeratedKind, WorkingDocument } from './working-document.js'

type Writing = Pick<Situation, 'payload' | 'kind' | 'document' | 'relation' | 'write'>

/**
 * What holds for content whoever writes it and by whichever door it comes, a save or the edits of a decision: nothing
 * malformed, nothing of another municipality or of nowhere, and of an author nothing that is an editor's to set. Returns
 * the copies of what it refers to; throws where it may not be written.
 */
export async function requireWritable(
  { payload, kind, document, relation, write }: Writing,
  content: Content,
): Promise<Copies> {
  requireWellFormed(kind, content)
  // A reference to another municipality, or to nothing, is refused here by name, not only when it is decided on.
  const copies = await copiesOf(payload, kind, document, content, write)
  if (!relation.editor && !relation.clock) {
    requireSameImportance(kind, document, content)
    await requireOwnPictures(payload, kind, document, content, write)
  }
  return copies
}

/** Throws where something in the content can never be saved: a wrong type, a format, a rich text with more than is allowed. */
export function requireWellFormed(kind: ModeratedKind, content: Content): void {
  const faults = lenientFaults(kind, content)
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of the content cannot be saved as it is.', { faults })
}

/** How important a post is, is an editor's word of that very municipality and surface. */
function requireSameImportance(
  kind: ModeratedKind,
  { content: before }: WorkingDocument,
  content: Content,
): void {
  const of = (post: Content | null) => (post as PostContent | null)?.importance ?? 'normal'
  if (kind !== 'post' || of(content) === of(before)) return
  throw new DomainError('invalid-input', 'Some of this is set by editors only.', {
    faults: [{ field: 'importance', code: 'not-settable', message: 'Editors set this' }],
  })
}
