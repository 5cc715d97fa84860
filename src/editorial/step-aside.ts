import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { EventContent } from '../calendar/event-content.js'
import { requireTaken } from '../shared/not-taken.js'
import type { Clock } from '../shared/clock.js'
import { DomainError } from '../shared/errors.js'
import { idAlways } from '../shared/reference.js'
import type { Actor } from '../tenancy/actor.js'
import { belongsTo } from '../tenancy/membership.js'
import type { ActionInput } from './action-input.js'
import { compareAndSet } from './compare-and-set.js'
import { derive } from './derive.js'
import { pendingWithout } from './held-decision.js'
import { addressesOf } from './notices/tell.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { completeLocked } from './reconcile.js'
import { registerOutbox } from './registers.js'
import { conflict } from './revision-conflict.js'
import { surroundingsOf } from './surroundings.js'
import { together } from './together.js'
import { loadWorkingDocument, type WorkingDocument } from './working-document.js'

/**
 * Takes the names of the account's own organisations off an event that names them as co-organisers, in what is public
 * and in what waits, at once: nobody has to be named beside something that they do not stand behind.
 */
export async function stepAside(
  payload: Payload,
  { id, actor, input, clock }: { id: string; actor: Actor; input: ActionInput; clock: Clock },
): Promise<{ state: string; publication: string; revision: number }> {
  const nothing = () => new DomainError('not-found', 'There is nothing here that names your organisation.')
  return oneAtATime(documentKey('events', id), async () => {
    await completeLocked(payload, 'event', id)
    const first = await loadWorkingDocument(payload, 'event', id)
    if (!first) throw nothing()
    const { municipality } = await surroundingsOf(payload, 'event', first, undefined)
    return oneAtATime(municipalityKey(municipality.slug), () =>
      together(payload, async (write) => {
        const document = await loadWorkingDocument(payload, 'event', id, write)
        const mine = document ? ownNames(document, actor) : []
        if (!document || mine.length === 0) throw nothing()
        requireTaken(input, ['revision'])
        if (input.revision && input.revision !== document.revision)
          throw await conflict(payload, 'event', document, input.revision, write)
        const now = clock.now()
        const without = <T extends EventContent>(content: T): T => ({
          ...content,
          coOrganisers: content.coOrganisers.filter((each) => !mine.includes(each)),
        })
        const revision = document.revision + 1
        const snapshot = document.approvedSnapshot
        const namesMe = ({ coOrganisers }: Record<string, unknown>) =>
          Array.isArray(coOrganisers) && coOrganisers.some((each) => mine.includes(idAlways(each)))
        const { pending, voids } = pendingWithout(document, namesMe, { revision, at: now })
        const outbox = {
          ...registerOutbox('step-aside', revision, actor, now),
          cause: randomUUID(),
          from: document.state,
          to: document.state,
          publication: document.publication === 'live',
          keepRevision: document.content !== null,
          rewriteNative: true,
          voids,
          tell: addressesOf('step-aside', { organisation: document.organisation }),
        }
        const columns = {
          revision,
          pending,
          content: document.content && without(document.content as EventContent),
          approvedSnapshot: snapshot && { ...snapshot, content: without(snapshot.content as EventContent) },
          outbox,
          outboxCause: outbox.cause,
        }
        if (!(await compareAndSet(payload, 'event', document, columns, write))) {
          throw await conflict(payload, 'event', document, document.revision, write)
        }
        const around = await surroundingsOf(payload, 'event', document, write)
        await derive(payload, 'event', { ...document, ...columns } as WorkingDocument, around, write)
        return { state: document.state, publication: document.publication, revision }
      }),
    )
  })
}

/**
 * The organisations that the account belongs to and that the event names, in its public or its working content. A key of
 * the whole municipality writes for all of them and belongs to none.
 */
function ownNames(document: WorkingDocument, actor: Actor): string[] {
  const named = [document.content, document.approvedSnapshot?.content].flatMap(
    (content) => (content as EventContent | null | undefined)?.coOrganisers ?? [],
  )
  return [...new Set(named)].filter((organisation) =>
    belongsTo(actor, { municipality: document.municipality, organisation }),
  )
}
