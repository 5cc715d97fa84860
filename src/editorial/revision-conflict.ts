import type { Payload } from 'payload'
import { DomainError } from '../shared/errors.js'
import { changedFields } from './content.js'
import type { Write } from './together.js'
import { collectionOf, type Content, type ModeratedKind, type WorkingDocument } from './working-document.js'

/** A change must say which revision it was made on. */
export function requireRevision(revision: number | null | undefined): asserts revision is number {
  if (typeof revision !== 'number') {
    throw new DomainError('invalid-input', 'Say which revision this is about.', {
      faults: [
        { field: 'revision', code: 'required', message: 'The revision that the document was read with' },
      ],
    })
  }
}

/** 409: somebody was quicker. Tells the state and revision now, and which fields differ from what was seen. */
export async function conflict(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  seen: number,
  write?: Write,
): Promise<DomainError> {
  const now = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collectionOf[kind],
    where: { id: { equals: document.id } },
    req: write,
  })
  const before = await payload.db.findOne<{ id: string; content: Content }>({
    collection: 'revisions',
    where: { and: [{ document: { equals: document.id } }, { revision: { less_than_equal: seen } }] },
    sort: '-revision',
    req: write,
  } as Parameters<Payload['db']['findOne']>[0])
  const content = (now?.content ?? null) as Content | null
  return new DomainError(
    'revision-conflict',
    'Somebody else changed this in the meantime. Look at what changed and try again.',
    {
      facts: {
        state: now?.state ?? document.state,
        publication: now?.publication ?? document.publication,
        revision: now?.revision ?? document.revision,
        changed: before ? changedFields(before.content, content) : [],
      },
    },
  )
}
