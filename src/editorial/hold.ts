import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { requireTaken } from '../shared/not-taken.js'
import type { Clock } from '../shared/clock.js'
import { DomainError, nothingHere } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import type { ActionInput } from './action-input.js'
import { compareAndSet } from './compare-and-set.js'
import { derive } from './derive.js'
import { relationFor } from './facts.js'
import { addressesOf } from './notices/tell.js'
import { documentKey, oneAtATime } from './one-at-a-time.js'
import { whatBecomes } from './outcome.js'
import { completeLocked } from './reconcile.js'
import { registerOutbox } from './registers.js'
import { conflict } from './revision-conflict.js'
import { surroundingsOf } from './surroundings.js'
import { together } from './together.js'
import { whenAllowed, type Attempt } from './when-allowed.js'
import { collectionOf, loadWorkingDocument, type ModeratedKind, type Pending } from './working-document.js'

export interface Held {
  decision: string
  effectiveAt: string
}

/** Only decisions can be held: the rest takes effect when it is said. */
export const holdable = [
  'approve',
  'approve-with-edits',
  'request-changes',
  'reject',
  'publish',
  'correct',
  'withdraw',
  'remove',
  'restore',
  'uphold',
  'overturn',
] as const

/**
 * Stores a decision that takes effect after `hold` seconds, unless it is undone. It is checked now as if it took effect
 * now, and again when it does; whoever changes the document in between wins.
 */
export async function holdAction(payload: Payload, attempt: Attempt & { actor: Actor }): Promise<Held> {
  const { kind, action, actor, input } = attempt
  if (!(holdable as readonly string[]).includes(action)) {
    throw new DomainError('invalid-input', 'This takes effect at once and cannot be held.', {
      faults: [{ field: 'hold', code: 'not-taken', message: 'This action takes no hold' }],
    })
  }
  return whenAllowed(payload, attempt, async (situation, decided) => {
    const { document, now, write } = situation
    if (document.pending) {
      throw new DomainError(
        'not-possible-in-this-state',
        'Another decision is about to take effect. Undo that one first.',
      )
    }
    const { hold, ...rest } = input
    const decision = randomUUID()
    // Whoever decides hears now, and not later from a notice, that what it refers to is not there.
    const by = { actor: actor.account, device: actor.device ?? null, cause: decision }
    await whatBecomes(situation, action as Pending['action'], decided, rest, by)
    const pending: Pending = {
      decision,
      action: action as Pending['action'],
      input: rest,
      revision: document.revision,
      actor: actor.account,
      device: actor.device ?? null,
      effectiveAt: new Date(now.getTime() + hold! * 1000).toISOString(),
      lookAfter: document.clockAt,
    }
    // What the clock had to do before stays in its time.
    const clockAt = [document.clockAt, pending.effectiveAt].filter((each) => each !== null).sort()[0]
    const won = await compareAndSet(payload, kind, document, { pending, clockAt }, write)
    if (!won) throw await conflict(payload, kind, document, document.revision, write)
    return { decision: pending.decision, effectiveAt: pending.effectiveAt }
  })
}

/** Takes back a decision that has not taken effect yet. Who decided may, and every other editor of the document. */
export async function undoHeld(
  payload: Payload,
  attempt: { kind: ModeratedKind; id: string; actor: Actor; input: ActionInput; clock: Clock },
): Promise<{ state: string; publication: string; revision: number }> {
  const { kind, id, actor, input, clock } = attempt
  return oneAtATime(documentKey(collectionOf[kind], id), async () => {
    await completeLocked(payload, kind, id)
    return together(payload, async (write) => {
      const document = await loadWorkingDocument(payload, kind, id, write)
      if (!document) throw nothingHere()
      const relation = await relationFor(payload, actor, kind, document, write)
      if (!relation.author && !relation.editor && !relation.municipalityAdmin) throw nothingHere()
      if (!relation.editor && document.pending?.actor !== actor.account) {
        throw new DomainError('not-allowed', 'Only editors can undo a decision.')
      }
      requireTaken(input, ['revision'])
      if (!document.pending) {
        throw new DomainError(
          'not-possible-in-this-state',
          'There is no decision to undo: it has taken effect or was undone.',
          {
            facts: { state: document.state, publication: document.publication, revision: document.revision },
          },
        )
      }
      if (input.revision && input.revision !== document.revision)
        throw await conflict(payload, kind, document, input.revision, write)
      const { lookAfter } = document.pending
      // What was held by a version that did not keep it is looked at at once.
      const clockAt = lookAfter === undefined ? clock.now().toISOString() : lookAfter
      // A held decision has one entry: what became of it.
      const outbox = {
        ...registerOutbox('undo', document.revision, actor, clock.now()),
        from: document.state,
        to: document.state,
        publication: false,
        tell: addressesOf('undo', {
          organisation: null,
          accounts: { 'who-held-it': document.pending.actor },
        }),
      }
      const columns = { pending: null, clockAt, outbox, outboxCause: outbox.cause }
      const won = await compareAndSet(payload, kind, document, columns, write)
      if (!won) throw await conflict(payload, kind, document, document.revision, write)
      const around = await surroundingsOf(payload, kind, document, write)
      await derive(payload, kind, { ...document, ...columns }, around, write)
      return { state: document.state, publication: document.publication, revision: document.revision }
    })
  })
}
