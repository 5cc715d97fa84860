import type { Payload } from 'payload'
import type { EventContent } from '../calendar/event-content.js'
import { decideTransition } from '../moderation/decide-transition.js'
import { clockRuns } from '../moderation/queue.js'
import { DomainError } from '../shared/errors.js'
import type { Relation } from '../tenancy/relation.js'
import type { Columns } from './compare-and-set.js'
import { canonical } from './content.js'
import { factsFor } from './facts.js'
import { pendingAt, requireNoHeldTakeDown, voidOf } from './held-decision.js'
import { stillAccepted } from './personal-data.js'
import { startsNext } from './project.js'
import { listColumns } from './queue/list-columns.js'
import { registerOutbox, type Doer } from './registers.js'
import { requireWellFormed, requireWritable } from './require-writable.js'
import type { Surroundings } from './surroundings.js'
import type { Write } from './together.js'
import type { Content, ModeratedKind, WorkflowRecord, WorkingDocument } from './working-document.js'

export interface Save {
  payload: Payload
  kind: ModeratedKind
  /** As it was before; for a new document an empty one with revision 0. */
  document: WorkingDocument
  content: Content
  /** Null for an organisation that is new. */
  around: Surroundings | null
  relation: Relation
  actor: Doer
  isNew: boolean
  /** Of an organisation: what the public register says beside the profile is set otherwise by this. */
  resets: boolean
  cause: string
  now: Date
  write: Write
}

/**
 * Columns that others write without waiting for a save of the document, so that no save writes back what it has read:
 * what was decided on (`eraseName` takes a name out of it), the reference of an application (used up by a first login,
 * ended by retention), and the word by which turns are taken. Everything else of the row is written in the document's turn.
 */
export const writtenByOthers = ['approvedSnapshot', 'applicationReference', 'turn'] as const

/**
 * The columns that a save sets beside the native fields, none of those that others write. Throws where the moderation
 * table does not let it.
 */
export async function savedColumns(save: Save): Promise<Columns> {
  const { kind, document, content, around, relation, now } = save
  // What an organisation that is made now refers to is asked for by its form.
  if (around) await requireWritable(save, content)
  else requireWellFormed(kind, content)
  // What an editor sets beside the profile (trust, number, surfaces) leaves the profile where it is, also in the queue.
  const settingsOnly =
    kind === 'organisation' &&
    !save.isNew &&
    relation.editor &&
    canonical(content) === canonical(document.content)
  if (!settingsOnly) requireNoHeldTakeDown(document, relation, 'save')
  // The clock's relation is the system's: it saves only what a person decided (seed, application).
  if (!relation.clock && !save.isNew && !settingsOnly && around) {
    const situation = { ...save, around }
    const facts = { ...(await factsFor(situation, 'save', {})), faults: [] }
    const decision = decideTransition('save', facts, relation, around.settings, {})
    if (!decision.allowed) {
      throw new DomainError(decision.code, decision.message, {
        faults: decision.faults,
        facts: { state: document.state, publication: document.publication, revision: document.revision },
      })
    }
  }
  const revision = document.revision + 1
  const retells = save.resets && document.publication === 'live'
  const state = settingsOnly ? document.state : 'draft'
  const waits = settingsOnly || clockRuns({ state, appeal: document.workflow.appeal, life: document.life })
  const columns: Columns = {
    state,
    publication: document.publication,
    revision,
    content,
    announcements: document.announcements ?? null,
    workflow: settingsOnly ? document.workflow : workflowAfter(save),
    pending: settingsOnly ? pendingAt(document, revision) : null,
    ...(document.pending && !settingsOnly
      ? { clockAt: now.toISOString() }
      : { clockAt: document.clockAt ?? null }),
    submittedAt: waits ? (document.submittedAt ?? null) : null,
    dueAt: waits ? (document.dueAt ?? null) : null,
    ...(kind === 'event' ? { startsAt: startsNext(content as EventContent, now) } : {}),
    outbox: {
      ...registerOutbox('save', revision, save.actor, now),
      cause: save.cause,
      from: save.isNew ? 'new' : document.state,
      to: state,
      publication: retells,
      keepRevision: true,
      voids: document.pending && !settingsOnly ? voidOf(document.pending, document, now) : null,
    },
    outboxCause: save.cause,
  }
  const after = { ...document, ...columns } as WorkingDocument
  const lists = listColumns(after, {
    kind,
    unique: document.id || save.cause,
    at: now.toISOString(),
    publicChanged: retells,
    unreviewed: 'keep',
  })
  return { ...columns, ...lists }
}

const workflowAfter = ({ document, content, isNew, relation, actor }: Save): WorkflowRecord => ({
  ...document.workflow,
  savedBy: actor?.account ?? null,
  // What the association wrote stays its own, however an editor mends it: it goes through review.
  enteredOnBehalf:
    (isNew || document.workflow.enteredOnBehalf) && relation.editor && !relation.belongsToOrganisation,
  claimedBy: null,
  claimedUntil: null,
  acceptedNumbers: stillAccepted(document, content),
})
