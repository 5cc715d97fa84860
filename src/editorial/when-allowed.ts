import type { Payload } from 'payload'
import { decideTransition } from '../moderation/decide-transition.js'
import type { Allowed } from '../moderation/decision.js'
import type { Clock } from '../shared/clock.js'
import { DomainError, nothingHere } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import type { ActionInput } from './action-input.js'
import { derive } from './derive.js'
import { factsFor, relationFor, type Situation } from './facts.js'
import { requireNoHeldTakeDown } from './held-decision.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { municipalitySlug } from './registers.js'
import { conflict, requireRevision } from './revision-conflict.js'
import { surroundingsOf } from './surroundings.js'
import { together, type Write } from './together.js'
import {
  collectionOf,
  loadWorkingDocument,
  municipalityOf,
  type ModeratedKind,
  type WorkingDocument,
} from './working-document.js'

/** Who acts: an account, or the clock (`null`). */
export interface Attempt {
  kind: ModeratedKind
  id: string
  action: string
  actor: Actor | null
  input: ActionInput
  clock: Clock
  /** The held decision that is carried out by this; undone meanwhile, it is refused. */
  held?: string
}

/**
 * Asks the moderation table about an action, in the document's turn, and goes on with what it allows: at once, or later
 * (`hold`). Completes first what an earlier action left. Throws a `DomainError` for every refusal, the same for both.
 */
export async function whenAllowed<T>(
  payload: Payload,
  attempt: Attempt,
  goOn: (situation: Situation, decision: Allowed) => Promise<T>,
): Promise<T> {
  const { kind, id, clock } = attempt
  // Content is saved by the form's own door, with all that guards it, and by no name of an action.
  if (attempt.action === 'save') throw new DomainError('not-found', 'There is no such action here.')
  return oneAtATime(documentKey(collectionOf[kind], id), async () => {
    const municipality = await municipalityOf(payload, kind, id)
    if (!municipality) throw nothingHere()
    const slug = await municipalitySlug(payload, municipality)
    return oneAtATime(municipalityKey(slug), () =>
      together(payload, async (write) => {
        const document = await completed(payload, kind, id, write)
        // Read in the same transaction as it is carried out: an undo that was answered stands.
        if (attempt.held !== undefined && document.pending?.decision !== attempt.held)
          throw new DomainError('not-possible-in-this-state', 'This decision was undone.')
        // What the clock would do would set aside what was held since it looked: it tries again later.
        if (!attempt.actor && document.pending)
          throw new DomainError('not-possible-in-this-state', 'A decision is about to take effect.')
        const around = await surroundingsOf(payload, kind, document, write)
        const relation = await relationFor(payload, attempt.actor, kind, document, write)
        if (!relation.clock && !relation.author && !relation.editor && !relation.municipalityAdmin)
          throw nothingHere()
        // The held decision itself is what they all wait for.
        if (attempt.held === undefined) requireNoHeldTakeDown(document, relation, attempt.action)
        const situation: Situation = { payload, kind, document, around, relation, write, now: clock.now() }
        const facts = await factsFor(situation, attempt.action, attempt.input)
        const decision = decideTransition(attempt.action, facts, relation, around.settings, {
          ...attempt.input,
          edits: attempt.input.edits ? Object.keys(attempt.input.edits).length > 0 : false,
        })
        if (attempt.actor) await requireSeen(situation, attempt, decision.allowed ? null : decision.code)
        if (!decision.allowed) {
          throw new DomainError(decision.code, decision.message, {
            faults: decision.faults,
            facts: { state: document.state, publication: document.publication, revision: document.revision },
          })
        }
        return goOn(situation, decision)
      }),
    )
  })
}

/** The document with the outbox of an earlier action completed. */
async function completed(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  write: Write,
): Promise<WorkingDocument> {
  const document = await loadWorkingDocument(payload, kind, id, write)
  if (!document) throw nothingHere()
  if (!document.outbox) return document
  await derive(payload, kind, document, await surroundingsOf(payload, kind, document, write), write)
  const after = await loadWorkingDocument(payload, kind, id, write)
  if (!after) throw nothingHere()
  return after
}

/** Who may not act at all is told so; who may must have seen the newest revision. Claims need none. */
async function requireSeen(situation: Situation, attempt: Attempt, refusal: string | null): Promise<void> {
  if (refusal === 'not-allowed' || refusal === 'not-found' || ['claim', 'release'].includes(attempt.action))
    return
  const { document } = situation
  // What a held decision was about stands in the row: what goes on beside it carries it along.
  const seen = attempt.held === undefined ? attempt.input.revision : document.pending?.revision
  requireRevision(seen)
  if (seen !== document.revision)
    throw await conflict(situation.payload, situation.kind, document, seen, situation.write)
}
