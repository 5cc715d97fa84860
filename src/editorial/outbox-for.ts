import type { Allowed } from '../moderation/decision.js'
import { statementOf } from '../moderation/statement.js'
import type { Action } from '../moderation/states.js'
import { messageOf, type ActionInput } from './action-input.js'
import { changedFields } from './content.js'
import type { Situation } from './facts.js'
import { voidOf } from './held-decision.js'
import { addressesOf } from './notices/tell.js'
import type { Content, Outbox, Snapshot } from './working-document.js'

/** What the action still has to bring about, as it is committed with it. */
export function outboxFor(
  { document, around, now }: Situation,
  action: Action,
  decision: Allowed,
  input: ActionInput,
  by: { actor: string | null; device: number | null; cause: string; held?: string | undefined },
  after: {
    content: Content | null
    snapshot: Snapshot | null
    revision: number
    state: string
    publication: string
  },
): Outbox {
  const editedNow = decision.content === 'edit' && decision.as !== 'author'
  const before =
    decision.snapshot === 'edit' ? (document.approvedSnapshot?.content ?? null) : document.content
  const now_ = decision.snapshot === 'edit' ? (after.snapshot?.content ?? null) : after.content
  const { pending } = document
  const setsAside = decision.revisionGrows && pending && pending.decision !== by.held
  // Whom it names already, also while it is withdrawn, was told when it came to be named.
  const knew = namedIn(document.approvedSnapshot)
  const named = namedIn(after.snapshot).filter((id) => !knew.includes(id))
  const shows = decision.publication === 'publish' || decision.snapshot === 'edit'
  const tell = addressesOf(action, {
    organisation: document.organisation,
    own: decision.as === 'author',
    coOrganisers: shows ? named : [],
    accounts: { 'who-decided': document.workflow.decidedBy },
  })
  return {
    cause: by.cause,
    action,
    at: now.toISOString(),
    actor: by.actor,
    device: by.device,
    revision: after.revision,
    from: document.state,
    to: after.state,
    publication: decision.publication !== 'keep',
    reason: input.reason ?? null,
    explanation: decision.as === 'author' ? null : (input.explanation ?? null),
    message: messageOf(input),
    rule: decision.byRule,
    automated: decision.byRule !== null || decision.as === 'clock',
    override: decision.acceptsNumbersIn.length > 0 ? (input.override ?? null) : null,
    statement: statementOf(action, input.reason ?? null, around.settings.houseRules),
    keepRevision: decision.revisionGrows && after.content !== null && after.state !== 'gone',
    opensPlaces:
      ['live', 'scheduled'].includes(after.publication) &&
      (decision.personalApproval || decision.publication === 'rewrite'),
    rewriteNative: decision.content !== 'keep' && after.state !== 'gone',
    tell,
    changes: editedNow ? changedFields(before, now_) : null,
    voids: setsAside ? voidOf(pending, document, now) : null,
  }
}

/** The co-organisers that a decided version names: of those it was decided with, who has not stepped aside since. */
const namedIn = (snapshot: Snapshot | null | undefined): string[] => {
  const kept = (snapshot?.content as { coOrganisers?: readonly string[] } | undefined)?.coOrganisers ?? []
  return (snapshot?.copies.coOrganisers ?? []).flatMap(({ id }) => (kept.includes(id) ? [id] : []))
}
