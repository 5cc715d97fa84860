import type { CollectionBeforeValidateHook, CollectionConfig } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { deriveRegister, registerOutbox, slugOfRow, type RegisterKind } from '../src/editorial/registers.js'
import { municipalityKey, oneAtATime } from '../src/editorial/one-at-a-time.js'
import { DomainError } from '../src/shared/errors.js'

/** Who says which revision was changed is told when somebody else was quicker. */
function requireNewest(sent: unknown, stored: { revision?: unknown } | undefined): void {
  const { revision } = (sent ?? {}) as { revision?: unknown }
  if (revision === undefined || revision === null || revision === stored?.revision) return
  throw new DomainError(
    'revision-conflict',
    'Somebody else changed this in the meantime. Look at what changed and try again.',
    { facts: { revision: stored?.revision } },
  )
}

/**
 * What the municipality keeps itself (places, categories, its own row): a save commits with an outbox in the row, and
 * its publication follows in the same request.
 */
export function registerHooks(
  kind: RegisterKind,
  hooks: { beforeValidate: CollectionBeforeValidateHook[] },
): NonNullable<CollectionConfig['hooks']> {
  return {
    ...hooks,
    beforeChange: [
      ({ data, operation, originalDoc, req }) => {
        if (operation === 'update') requireNewest(req.context.sent, originalDoc)
        const revision = operation === 'create' ? 1 : Number(originalDoc?.revision ?? 0) + 1
        const outbox = registerOutbox('save', revision, actorOf(req), new Date())
        return { ...data, revision, outbox, outboxCause: outbox.cause }
      },
    ],
    afterChange: [
      async ({ doc, req }) => {
        const slug = await slugOfRow(req.payload, kind, doc, req)
        const derive = () => deriveRegister(req.payload, kind, String(doc.id), slug, req)
        // A change comes through `registerEndpoints`, which holds the lock from before the row was read.
        await (req.context.serial === true ? derive() : oneAtATime(municipalityKey(slug), derive))
        return doc
      },
    ],
  }
}
