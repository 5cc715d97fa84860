import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { EventContent } from '../calendar/event-content.js'
import { requireTaken } from '../shared/not-taken.js'
import type { Clock } from '../shared/clock.js'
import { DomainError, nothingHere } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import type { ActionInput } from './action-input.js'
import { compareAndSet } from './compare-and-set.js'
import { derive } from './derive.js'
import { relationFor } from './facts.js'
import { pendingWithout } from './held-decision.js'
import { addressesOf } from './notices/tell.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { completeLocked } from './reconcile.js'
import { registerOutbox } from './registers.js'
import { conflict, requireRevision } from './revision-conflict.js'
import { surroundingsOf } from './surroundings.js'
import { together } from './together.js'
import { loadWorkingDocument, type WorkingDocument } from './working-document.js'

const nobody: EventContent['contact'] = {
  name: null,
  email: null,
  phone: null,
  consentReference: null,
  consentUntil: null,
}

const hasContact = (content: unknown): boolean => {
  const contact = (content as EventContent | null | undefined)?.contact
  return Boolean(contact && (contact.name || contact.email || contact.phone))
}

/** Whether an event names a contact, in what is public or in what waits. */
export const namesContact = ({ content, approvedSnapshot }: WorkingDocument): boolean =>
  hasContact(content) || hasContact(approvedSnapshot?.content)

/**
 * Takes the contact off an event because the person asks for it: out of what is public and of what waits, at once, so
 * that no restoring brings it back. Authors and editors may, in every state.
 */
export async function withdrawContact(
  payload: Payload,
  { id, actor, input, clock }: { id: string; actor: Actor; input: ActionInput; clock: Clock },
): Promise<{ state: string; publication: string; revision: number }> {
  return oneAtATime(documentKey('events', id), async () => {
    await completeLocked(payload, 'event', id)
    const first = await loadWorkingDocument(payload, 'event', id)
    if (!first) throw nothingHere()
    const { municipality } = await surroundingsOf(payload, 'event', first, undefined)
    return oneAtATime(municipalityKey(municipality.slug), () =>
      together(payload, async (write) => {
        const document = await loadWorkingDocument(payload, 'event', id, write)
        const relation = document && (await relationFor(payload, actor, 'event', document, write))
        if (!document || (!relation?.author && !relation?.editor)) throw nothingHere()
        requireTaken(input, ['revision'])
        requireRevision(input.revision)
        if (input.revision !== document.revision)
          throw await conflict(payload, 'event', document, input.revision, write)
        if (!namesContact(document))
          throw new DomainError('not-possible-in-this-state', 'The event names no contact.')
        const now = clock.now()
        const without = <T>(content: T): T => content && { ...content, contact: nobody }
        const revision = document.revision + 1
        const snapshot = document.approvedSnapshot
        const { pending, voids } = pendingWithout(document, hasContact, { revision, at: now })
        const outbox = {
          ...registerOutbox('withdraw-contact', revision, actor, now),
          cause: randomUUID(),
          from: document.state,
          to: document.state,
          publication: document.publication === 'live',
          keepRevision: document.content !== null,
          rewriteNative: true,
          voids,
          tell: addressesOf('withdraw-contact', {
            organisation: document.organisation,
            own: !relation.editor,
          }),
        }
        const columns = {
          revision,
          pending,
          content: without(document.content),
          approvedSnapshot: snapshot && { ...snapshot, content: without(snapshot.content) },
          outbox,
          outboxCause: outbox.cause,
        }
        if (!(await compareAndSet(payload, 'event', document, columns, write)))
          throw await conflict(payload, 'event', document, document.revision, write)
        const around = await surroundingsOf(payload, 'event', document, write)
        await derive(payload, 'event', { ...document, ...columns } as WorkingDocument, around, write)
        return { state: document.state, publication: document.publication, revision }
      }),
    )
  })
}
