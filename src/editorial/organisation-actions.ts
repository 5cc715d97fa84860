import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import {
  decideOrganisationAction,
  isOrganisationAction,
  organisationRelation,
} from '../organisations/decide-organisation-action.js'
import { decisionDue } from '../moderation/house-rules.js'
import type { OrganisationState } from '../organisations/life.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import type { PublicationState } from '../publication/publication.js'
import { DomainError, nothingHere } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import type { Columns } from './compare-and-set.js'
import { compareAndSet } from './compare-and-set.js'
import { derive } from './derive.js'
import { fanOutNow, fanOutSoon } from './fan-out.js'
import { addressesOf } from './notices/tell.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { freeOrganisationNumber, numberingOrganisations } from './organisation-numbers.js'
import { pendingAt } from './held-decision.js'
import { completeLocked } from './reconcile.js'
import { refuseNumbersIn } from './refuse-numbers.js'
import { registerOutbox } from './registers.js'
import { conflict, requireRevision } from './revision-conflict.js'
import { copiesOf } from './snapshot.js'
import { listColumns } from './queue/list-columns.js'
import { surroundingsOf, type Surroundings } from './surroundings.js'
import type { Attempt } from './when-allowed.js'
import { together, type Write } from './together.js'
import { loadWorkingDocument, type Snapshot, type WorkingDocument } from './working-document.js'

/** `approve` is said of an organisation and of its changed profile: of the organisation while it has not been approved. */
export async function isLifeAction(payload: Payload, id: string, action: string): Promise<boolean> {
  if (!isOrganisationAction(action)) return false
  if (action !== 'approve') return true
  const organisation = await loadWorkingDocument(payload, 'organisation', id)
  return organisation?.life !== 'approved'
}

export interface LifeTaken {
  state: OrganisationState
  publication: PublicationState
  revision: number
}

/**
 * One step in the life of an organisation: approve, decline, suspend, reinstate, confirm, leave. Suspending hides
 * everything of it by one flag in its publication; numbered tombstones of its items follow.
 */
export async function takeLifeAction(
  payload: Payload,
  attempt: Attempt & { actor: Actor },
): Promise<LifeTaken> {
  const { id, action, actor, input, clock } = attempt
  // Who was declined has given up its number and asks for it again with the application.
  const inTurn = action === 'apply' ? numberingOrganisations : <T>(work: () => Promise<T>) => work()
  const taken = await oneAtATime(documentKey('organisations', id), async () => {
    await completeLocked(payload, 'organisation', id)
    const first = await loadWorkingDocument(payload, 'organisation', id)
    if (!first) throw nothingHere()
    const { municipality } = await surroundingsOf(payload, 'organisation', first, undefined)
    const { decider } = organisationRelation(actor, { municipality: first.municipality, organisation: id })
    // It comes back only when all that it hid has been told as deleted: who read that it is gone, by the flag alone, would
    // never hear that it is there again.
    if (action === 'reinstate' && first.life === 'suspended' && decider) await fanOutNow(payload)
    const perform = () =>
      together(payload, async (write) => {
        const document = await loadWorkingDocument(payload, 'organisation', id, write)
        if (!document) throw nothingHere()
        const around = await surroundingsOf(payload, 'organisation', document, write)
        const relation = organisationRelation(actor, {
          municipality: document.municipality,
          organisation: id,
        })
        if (!relation.decider && !relation.municipalityAdmin && !relation.belongsToOrganisation) {
          throw nothingHere()
        }
        if (document.state === 'erased') {
          throw new DomainError(
            'not-possible-in-this-state',
            'The organisation was erased. Nothing more can be done with it.',
          )
        }
        const state = document.life as OrganisationState
        const facts = { state, municipalityActive: around.settings.municipalityActive }
        const decision = decideOrganisationAction(action, facts, relation, input)
        const now = clock.now()
        if (!decision.allowed) {
          throw new DomainError(decision.code, decision.message, {
            faults: decision.faults,
            facts: { state, publication: document.publication, revision: document.revision },
          })
        }
        refuseNumbersIn({ message: input.message }, now)
        // What a decision makes public must have been seen as it is, and holds nobody's number.
        if (decision.profile === 'approve') {
          requireRevision(input.revision)
          refuseNumbersIn({ ...document.content }, now)
        }
        if (typeof input.revision === 'number' && input.revision !== document.revision) {
          throw await conflict(payload, 'organisation', document, input.revision, write)
        }
        if (action === 'apply') {
          await freeOrganisationNumber(payload, document.organisationNumber, around.municipality, id, write)
        }
        const columns = await columnsAfter(payload, document, decision, attempt, { now, around, write })
        if (!(await compareAndSet(payload, 'organisation', document, columns, write))) {
          throw await conflict(payload, 'organisation', document, document.revision, write)
        }
        const committed = { ...document, ...columns } as WorkingDocument
        const settings = { ...around.settings, organisationState: decision.to }
        await derive(payload, 'organisation', committed, { ...around, settings }, write)
        return {
          state: decision.to,
          publication: committed.publication,
          revision: committed.revision,
          hides: decision.publication !== 'keep',
        }
      })
    return inTurn(() => oneAtATime(municipalityKey(municipality.slug), perform))
  })
  const { hides, ...rest } = taken
  if (hides) fanOutSoon(payload)
  return rest
}

type Allowed = Extract<ReturnType<typeof decideOrganisationAction>, { allowed: true }>

async function columnsAfter(
  payload: Payload,
  document: WorkingDocument,
  decision: Allowed,
  { action, actor, input }: Attempt,
  { now, around, write }: { now: Date; around: Surroundings; write: Write },
): Promise<Columns> {
  const at = now.toISOString()
  const cause = randomUUID()
  const approves = decision.profile === 'approve'
  const snapshot = approves ? await approvedProfile(payload, document, now, write) : document.approvedSnapshot
  // Also where the profile itself is not public any more: the flag beside it says whether all else of it is shown.
  const shows = decision.publication !== 'keep'
  const publication = publicationAfter(decision, document.publication)
  const state = approves ? 'approved' : document.state
  const applies = decision.to === 'applied'
  // A changed profile goes on waiting whatever becomes of the organisation meanwhile.
  const waits = state === 'in-review' || document.workflow.appeal === 'open'
  const columns: Columns = {
    life: decision.to,
    revision: document.revision + 1,
    // A decision about its profile is none about its life.
    pending: pendingAt(document, document.revision + 1),
    state,
    publication,
    approvedSnapshot: snapshot,
    workflow: {
      ...document.workflow,
      // What is kept of who was declined or has left counts from here.
      lifeAt: at,
      ...(approves
        ? {
            approvedAt: at,
            everPublic: true,
            publicSince: document.workflow.publicSince ?? at,
            decision: 'approve',
            decidedBy: actor?.account ?? null,
            decidedAt: at,
            message: input.message ?? null,
            reason: null,
            explanation: null,
            objection: null,
          }
        : {}),
    },
    ...(decision.confirms ? { confirmedAt: at } : {}),
    lifeMessage: input.message ?? null,
    submittedAt: applies ? at : waits ? document.submittedAt : null,
    dueAt: applies ? (decisionDue(now, around.times)?.toISOString() ?? null) : waits ? document.dueAt : null,
    outbox: {
      ...registerOutbox(action, document.revision + 1, actor, now),
      cause,
      from: document.life ?? '',
      to: decision.to,
      publication: shows,
      message: input.message ?? null,
      keepRevision: approves,
      tell: addressesOf(action, { organisation: document.id }),
    },
    outboxCause: cause,
  }
  const lists = listColumns({ ...document, ...columns } as WorkingDocument, {
    kind: 'organisation',
    unique: document.id,
    at,
    publicChanged: shows,
    unreviewed: 'keep',
  })
  return { ...columns, ...lists }
}

/** A profile that was removed stays removed, and the reason with it, when its organisation leaves. */
function publicationAfter(
  { publication }: Pick<Allowed, 'publication'>,
  before: PublicationState,
): PublicationState {
  if (publication === 'publish') return 'live'
  return publication === 'end' && before === 'live' ? 'withdrawn' : before
}

async function approvedProfile(
  payload: Payload,
  document: WorkingDocument,
  now: Date,
  write: Write,
): Promise<Snapshot> {
  const content = document.content as ProfileContent | null
  if (!content?.name) throw new DomainError('incomplete', 'The organisation has no name yet.')
  const copies = await copiesOf(payload, 'organisation', document, content, write)
  return {
    content,
    copies: { ...copies, organisation: { id: document.id, name: content.name } },
    revision: document.revision,
    decidedAt: now.toISOString(),
  }
}
