import type { Payload } from 'payload'
import { actorNow } from '../accounts/standing.js'
import type { Clock } from '../shared/clock.js'
import { DomainError } from '../shared/errors.js'
import { compareAndSet } from './compare-and-set.js'
import { derive } from './derive.js'
import { voidOf } from './held-decision.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { completeLocked } from './reconcile.js'
import { surroundingsOf } from './surroundings.js'
import { takeAction } from './take-action.js'
import { together } from './together.js'
import {
  collectionOf,
  loadWorkingDocument,
  type ModeratedKind,
  type Pending,
  type WorkingDocument,
} from './working-document.js'

/** Carries out a held decision. If the document or the rights changed meanwhile it is void: the newer word stands. */
export async function carryOut(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  clock: Clock,
): Promise<void> {
  const pending = document.pending!
  const actor = await actorNow(payload, pending.actor)
  try {
    if (!actor) throw new DomainError('not-allowed', 'The account may no longer decide.')
    await takeAction(payload, {
      kind,
      id: document.id,
      action: pending.action,
      actor: { ...actor, device: pending.device ?? null },
      input: pending.input,
      clock,
      held: pending.decision,
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.status >= 500) throw error
    await oneAtATime(documentKey(collectionOf[kind], document.id), () =>
      setAside(payload, kind, document.id, pending, clock),
    )
  }
}

/** Lets a held decision come to nothing, and the log say so, whenever the process dies. The caller holds the document's lock. */
async function setAside(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  { decision }: Pending,
  clock: Clock,
): Promise<void> {
  await completeLocked(payload, kind, id)
  const before = await loadWorkingDocument(payload, kind, id)
  if (!before || before.pending?.decision !== decision) return
  const { municipality } = await surroundingsOf(payload, kind, before, undefined)
  await oneAtATime(municipalityKey(municipality.slug), () =>
    together(payload, async (write) => {
      const now = await loadWorkingDocument(payload, kind, id, write)
      if (!now?.pending || now.pending.decision !== decision || now.outbox) return
      const outbox = voidOf(now.pending, now, clock.now())
      const columns = { pending: null, outbox, outboxCause: outbox.cause }
      if (!(await compareAndSet(payload, kind, now, columns, write))) return
      const around = await surroundingsOf(payload, kind, now, write)
      await derive(payload, kind, { ...now, ...columns }, around, write)
    }),
  )
}
