import type { EventContent } from '../calendar/event-content.js'
import { occurrenceMeant } from './announced.js'
import type { Allowed } from '../moderation/decision.js'
import { decisionDue } from '../moderation/house-rules.js'
import { clockRuns } from '../moderation/queue.js'
import { outAfter } from '../moderation/went-out.js'
import { claimMinutes, type Action, type PublicationState } from '../moderation/states.js'
import { messageOf, type ActionInput } from './action-input.js'
import type { Columns } from './compare-and-set.js'
import { checkedContent, type Situation } from './facts.js'
import { objections, withoutObjectionToChanges } from './objection.js'
import { sameIn, stillAccepted } from './personal-data.js'
import { countedFrom } from './shown-until.js'
import type { Content, WorkflowRecord } from './working-document.js'

/** Who did what when, after the action. */
export function recordAfter(
  situation: Situation,
  action: Action,
  decision: Allowed,
  input: ActionInput,
  after: { actor: string | null; publication: PublicationState; content: Content | null },
): WorkflowRecord {
  const { document, relation, now } = situation
  const { actor, publication, content } = after
  const record: WorkflowRecord = { ...document.workflow }
  const at = now.toISOString()
  const words = {
    message: messageOf(input),
    reason: input.reason ?? null,
    explanation: input.explanation ?? null,
  }
  if (action === 'submit')
    Object.assign(record, {
      submittedBy: actor,
      submittedRevision: document.revision + 1,
      submitMessage: words.message,
    })
  if (action === 'appeal') record.appealMessage = words.message
  else if (
    decision.as !== 'author' &&
    !['claim', 'release', 'look-over', 'pin', 'unpin', 'go-live', 'expire', 'accept-numbers'].includes(action)
  ) {
    Object.assign(record, words, { decidedBy: actor, decision: action, decidedAt: at })
  }
  if (objections.includes(action) && decision.as !== 'author')
    record.objection = { action, by: actor, at, ...words }
  else if (decision.snapshot === 'take' || action === 'restore' || action === 'overturn')
    record.objection = null
  else if (action === 'discard-changes') Object.assign(record, withoutObjectionToChanges(record))
  if (decision.as === 'author' && action === 'withdraw')
    Object.assign(record, { ...words, explanation: null, decision: action, decidedAt: at })
  if (decision.personalApproval) record.approvedAt = at
  if (decision.byRule) record.approvedByRule = decision.byRule
  else if (decision.snapshot === 'take') record.approvedByRule = null
  Object.assign(
    record,
    outAfter(document.workflow, {
      ...decision,
      wasUnseen: document.listedForReview || Boolean(document.unreviewedKey),
      announced: announcedNow(situation, action, input),
    }),
  )
  if (decision.objection && objections.includes(action) && relation.editor) record.objectedAt = at
  if (decision.claim === 'take') {
    record.claimedBy = actor
    record.claimedUntil = new Date(now.getTime() + claimMinutes * 60_000).toISOString()
  }
  if (decision.claim === 'release') Object.assign(record, { claimedBy: null, claimedUntil: null })
  if (decision.appeal !== 'keep') record.appeal = decision.appeal === 'reset' ? null : decision.appeal
  if (decision.appealable !== 'keep') {
    const refused = decision.appealable === 'none' ? null : decision.appealable
    record.appealable = refused
    record.refusedBy = refused && actor
    record.refusedAt = refused && at
  }
  // What was accepted where it stood is not accepted in other words, such as those of a change beside a correction.
  const kept = stillAccepted(document, content)
  const checked = checkedContent(situation, action, input)
  const accepted = sameIn(decision.acceptsNumbersIn, { before: checked, after: content })
  record.acceptedNumbers = [...new Set([...kept, ...accepted])]
  if (decision.publication === 'pin') record.pinnedAt = at
  if (decision.publication === 'unpin') record.pinnedAt = null
  if (publication === 'live') {
    record.everPublic = true
    record.publicSince = countedFrom(document, decision, now).toISOString()
  }
  return record
}

function announcedNow({ document, now }: Situation, action: Action, { status, occurrence }: ActionInput) {
  const content = document.approvedSnapshot?.content as EventContent | undefined
  if (action !== 'announce' || !status || !content) return null
  const named = occurrence ? occurrenceMeant(content, occurrence) : null
  return { at: now.toISOString(), status, occurrence: named }
}

/** When it was submitted and by when the municipality promises a decision; null once nothing waits. */
export function submission(
  { document, around }: Situation,
  action: Action,
  decision: Allowed,
  at: string,
): Pick<Columns, 'submittedAt' | 'dueAt'> {
  if (action === 'appeal' || (action === 'submit' && decision.to === 'in-review')) {
    return { submittedAt: at, dueAt: decisionDue(new Date(at), around.times)?.toISOString() ?? null }
  }
  const waits = clockRuns({
    state: decision.to === 'gone' ? 'erased' : decision.to,
    appeal: decision.appeal === 'keep' ? document.workflow.appeal : null,
    life: document.life,
  })
  return waits
    ? { submittedAt: document.submittedAt, dueAt: document.dueAt }
    : { submittedAt: null, dueAt: null }
}
