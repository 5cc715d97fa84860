import { randomUUID } from 'node:crypto'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '../../src/accounts/standing.js'
import { canonical } from '../../src/editorial/content.js'
import { derive } from '../../src/editorial/derive.js'
import { relationFor } from '../../src/editorial/facts.js'
import { withoutLostUmbrella } from '../../src/editorial/lost-umbrella.js'
import { publicSettings } from '../../src/editorial/project.js'
import { savedContent } from '../../src/editorial/saved-content.js'
import { savedColumns, writtenByOthers } from '../../src/editorial/save.js'
import { surroundingsOf } from '../../src/editorial/surroundings.js'
import {
  asWorkingDocument,
  freshRecord,
  loadWorkingDocument,
  type ModeratedKind,
} from '../../src/editorial/working-document.js'

/**
 * Every save leaves a draft: the content goes into its column, the state back to `draft`, the revision up, and what is
 * public stays as it is. All of it in Payload's own write of the row, which is the commit point of a save.
 */
export const holdForReview =
  (kind: ModeratedKind): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const stored = asWorkingDocument(
      kind,
      operation === 'update'
        ? originalDoc
        : { ...data, id: '', revision: 0, workflow: freshRecord, state: 'draft', publication: 'none' },
    )
    const actor = actorOf(req)
    const organisation = kind === 'organisation' ? stored.id : stored.organisation
    const around = organisation
      ? await surroundingsOf(req.payload, kind, { ...stored, organisation }, req)
      : null
    const relation = await relationFor(req.payload, actor, kind, stored, req)
    const sent = savedContent(kind, stored, data)
    const { content, native } = await withoutLostUmbrella(req.payload, stored, sent, req)
    const columns = await savedColumns({
      payload: req.payload,
      kind,
      document: stored,
      content,
      around,
      relation,
      actor,
      isNew: operation === 'create',
      resets:
        kind === 'organisation' && canonical(publicSettings(stored)) !== canonical(publicSettings(data)),
      cause: randomUUID(),
      now: new Date(),
      write: req,
    })
    const saved: Record<string, unknown> = { ...data, ...native, ...columns }
    if (operation === 'update') for (const column of writtenByOthers) delete saved[column]
    return saved
  }

/** Writes history and log of the save, in the same transaction where there is one, and empties the outbox. */
export const completeSave =
  (kind: ModeratedKind): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const document = await loadWorkingDocument(req.payload, kind, String(doc.id), req)
    if (!document?.outbox) return doc
    const around = await surroundingsOf(req.payload, kind, document, req)
    await derive(req.payload, kind, document, around, req)
    return doc
  }
