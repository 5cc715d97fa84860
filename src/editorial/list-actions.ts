import type { Payload } from 'payload'
import { pagePart } from '../feed/page-address.js'
import { announcedIn } from './announced.js'
import { actionsFor, type PossibleAction } from '../moderation/decide-transition.js'
import { withdrawContactLabel } from '../moderation/action-labels.js'
import { reasonLabel } from '../moderation/reason-label.js'
import type { Labels } from '../moderation/reasons.js'
import { organisationActionsFor, organisationRelation } from '../organisations/decide-organisation-action.js'
import { organisationActionLabels } from '../organisations/action-labels.js'
import type { OrganisationState } from '../organisations/life.js'
import { nothingHere } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import { changedFields } from './content.js'
import { factsFor, relationFor } from './facts.js'
import { findingsFor } from './findings.js'
import { objectionOf } from './objection.js'
import { surroundingsOf, type Surroundings } from './surroundings.js'
import { namesContact } from './withdraw-contact.js'
import type { Relation } from '../tenancy/relation.js'
import { matches, scopeOf } from '../tenancy/scope.js'
import type { Write } from './together.js'
import {
  collectionOf,
  loadWorkingDocument,
  type ModeratedKind,
  type WorkingDocument,
} from './working-document.js'

interface SaidInDecision {
  action: string | null
  at: string | null
  message: string | null
  reason: string | null
  /** What was said to citizens. */
  explanation: string | null
  /** The reason in words: of the closed list, or of the municipality's house rules as they are now. */
  reasonLabel: Labels | null
}

export interface ActionList {
  state: string
  publication: string
  revision: number
  /** Whether a save of this account would be taken now. */
  maySave: boolean
  /** What this account may do now, with labels in three languages and what each asks for. */
  actions: (
    PossibleAction | { action: string; label: Labels; needs: { field: string; required: boolean }[] }
  )[]
  /** A decision that waits for its time. */
  pending: { action: string; effectiveAt: string } | null
  /** What the last decision said. */
  last: SaidInDecision
  /** What an editor said no with, as long as it stands; decisions about something else may have come since. */
  objection: SaidInDecision | null
  /** What the author said about what waits, when submitting or appealing. */
  said: { action: 'submit' | 'appeal'; at: string | null; message: string } | null
  /** Who reads it now, by role title. */
  claimedUntil: string | null
  /** What an author or editor should know before deciding; never a refusal. */
  findings: { field: string; code: string; message: string }[]
  /** What must be there before it can be submitted; empty where that is not the next step. */
  missing: { field: string; code: string; message: string }[]
  /** The path of the page where citizens see it now; null where they do not. */
  page: string | null
  /** What hides it although it is live: its organisation is suspended, or its municipality closed. */
  hidden: 'suspended' | 'closed' | null
  /** What was announced about the event or its occurrences, by start. */
  announced: { occurrence: string | null; status: string; reason: string | null }[]
  /** For a document that was approved before: what the working copy says otherwise. */
  changes: { field: string; before: unknown; after: unknown }[]
  /** Fields in which an editor has accepted what looks like an identity number, as long as they say the same. */
  acceptedNumbers: string[]
}

/** What an account may do with a document now, for buttons and for machines. */
export async function listActions(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  actor: Actor,
  now: Date,
): Promise<ActionList> {
  const document = await loadWorkingDocument(payload, kind, id)
  if (!document) throw nothingHere()
  const write = undefined as unknown as Write
  const around = await surroundingsOf(payload, kind, document, write)
  const relation = await relationFor(payload, actor, kind, document, write)
  const life =
    kind === 'organisation'
      ? lifeActions(
          actor,
          document.municipality,
          id,
          document.life as OrganisationState,
          around.settings.municipalityActive,
        )
      : []
  if (!relation.author && !relation.editor && !relation.municipalityAdmin && life.length === 0)
    throw nothingHere()
  const situation = { payload, kind, document, around, relation, write, now }
  const facts = await factsFor(situation, '', {})
  const writes = ['draft', 'changes-requested'].includes(document.state)
  const missing = writes && kind !== 'organisation' ? (await factsFor(situation, 'submit', {})).faults : []
  const possible = actionsFor(facts, relation, around.settings).filter(
    ({ action }) => !(life.length > 0 && action === 'approve' && document.life !== 'approved'),
  )
  // The same rule by which a save is let in: of a profile not every author may.
  const reaches = matches(scopeOf(actor, collectionOf[kind], 'update'), document)
  const { workflow } = document
  const objection = objectionOf(workflow)
  const inWords = (said: Omit<SaidInDecision, 'reasonLabel'>): SaidInDecision => ({
    action: said.action,
    at: said.at,
    message: said.message,
    reason: said.reason,
    explanation: said.explanation,
    reasonLabel: reasonLabel(said.action, said.reason, around.settings.houseRules),
  })
  return {
    state: document.state,
    publication: document.publication,
    revision: document.revision,
    maySave: reaches && possible.some(({ action }) => action === 'save'),
    actions: [
      ...life,
      // A form saves; nothing does so by this name.
      ...possible.filter(({ action }) => action !== 'save'),
      ...contactAction(kind, document, relation),
    ],
    pending: document.pending
      ? { action: document.pending.action, effectiveAt: document.pending.effectiveAt }
      : null,
    last: inWords({ ...workflow, action: workflow.decision, at: workflow.decidedAt }),
    objection: objection && inWords(objection),
    said: saidIn(document),
    claimedUntil: workflow.claimedUntil,
    // They help to decide; what has been decided is not late any more.
    findings:
      document.content && (writes || document.state === 'in-review')
        ? findingsFor(kind, document, document.content, around, facts.personalData, now)
        : [],
    missing,
    page: pageOf(kind, document, around),
    hidden: hiddenNow(document, around),
    announced: announcedIn(document),
    changes: document.approvedSnapshot
      ? changedFields(document.approvedSnapshot.content, document.content)
      : [],
    acceptedNumbers: workflow.acceptedNumbers ?? [],
  }
}

/** Taking the contact off an event is no decision about it, and possible in every state. */
const contactAction = (kind: ModeratedKind, document: WorkingDocument, { author, editor }: Relation) =>
  kind === 'event' && (author || editor) && namesContact(document)
    ? [{ action: 'withdraw-contact', label: withdrawContactLabel, needs: [] }]
    : []

function saidIn({ state, workflow, submittedAt }: WorkingDocument): ActionList['said'] {
  const [action, message] =
    workflow.appeal === 'open'
      ? (['appeal', workflow.appealMessage] as const)
      : (['submit', state === 'in-review' ? workflow.submitMessage : null] as const)
  return message ? { action, at: submittedAt, message } : null
}

function pageOf(kind: ModeratedKind, document: WorkingDocument, around: Surroundings): string | null {
  if (kind === 'organisation' || document.publication !== 'live' || hiddenNow(document, around)) return null
  return `/${around.municipality.slug}/${pagePart[kind]}/${document.id}`
}

function hiddenNow(document: WorkingDocument, around: Surroundings): ActionList['hidden'] {
  if (document.publication !== 'live') return null
  if (!around.settings.municipalityActive) return 'closed'
  return around.settings.organisationState === 'approved' ? null : 'suspended'
}

function lifeActions(
  actor: Actor,
  municipality: string,
  organisation: string,
  state: OrganisationState,
  municipalityActive: boolean,
) {
  const relation = organisationRelation(actor, { municipality, organisation })
  return organisationActionsFor({ state, municipalityActive }, relation).map(({ action, message }) => ({
    action,
    label: organisationActionLabels[action],
    needs: message === 'none' ? [] : [{ field: 'message', required: message === 'required' }],
  }))
}
