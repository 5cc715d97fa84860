import type { Payload } from 'payload'
import { actionsFor, type PossibleAction } from '../moderation/decide-transition.js'
import type { Labels } from '../moderation/reasons.js'
import { organisationActionsFor, organisationRelation } from '../organisations/decide-organisation-action.js'
import { organisationActionLabels } from '../organisations/action-labels.js'
import type { OrganisationState } from '../organisations/life.js'
import { DomainError } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import { changedFields } from './content.js'
import { factsFor, relationFor } from './facts.js'
import { findingsFor } from './findings.js'
import { surroundingsOf } from './surroundings.js'
import type { Write } from './together.js'
import { loadWorkingDocument, type ModeratedKind } from './working-document.js'

export interface ActionList {
  state: string
  publication: string
  revision: number
  /** What this account may do now, with labels in three languages and what each asks for. */
  actions: (
    PossibleAction | { action: string; label: Labels; needs: { field: string; required: boolean }[] }
  )[]
  /** A decision that waits for its time. */
  pending: { action: string; effectiveAt: string } | null
  /** What the last decision said. */
  last: { action: string | null; at: string | null; message: string | null; reason: string | null }
  /** Who reads it now, by role title. */
  claimedUntil: string | null
  /** What an author or editor should know before deciding; never a refusal. */
  findings: { field: string; code: string; message: string }[]
  /** For a document that was approved before: what the working copy says otherwise. */
  changes: { field: string; before: unknown; after: unknown }[]
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
  const nothing = () => new DomainError('not-found', 'There is nothing here that your account can see.')
  if (!document) throw nothing()
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
    throw nothing()
  const situation = { payload, kind, document, around, relation, write, now }
  const facts = await factsFor(situation, '', {})
  const possible = actionsFor(facts, relation, around.settings).filter(
    ({ action }) => !(life.length > 0 && action === 'approve' && document.life !== 'approved'),
  )
  const { workflow } = document
  return {
    state: document.state,
    publication: document.publication,
    revision: document.revision,
    actions: [...life, ...possible],
    pending: document.pending
      ? { action: document.pending.action, effectiveAt: document.pending.effectiveAt }
      : null,
    last: {
      action: workflow.decision,
      at: workflow.decidedAt,
      message: workflow.message,
      reason: workflow.reason,
    },
    claimedUntil: workflow.claimedUntil,
    findings: document.content ? findingsFor(kind, document.content, around, now) : [],
    changes: document.approvedSnapshot
      ? changedFields(document.approvedSnapshot.content, document.content)
      : [],
  }
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
