import type { EventContent } from '../calendar/event-content.js'
import type { PostContent } from '../community/post-content.js'
import { nobodyElse } from '../feed/projections/event.js'
import type { Allowed } from '../moderation/decision.js'
import type { Action } from '../moderation/states.js'
import type { FieldFault } from '../shared/errors.js'
import { projectionOf, windowOf } from './project.js'
import type { Content, ModeratedKind, WorkingDocument } from './working-document.js'

const ended: readonly WorkingDocument['publication'][] = ['expired', 'withdrawn', 'removed']

/**
 * From when the time of a document is counted: from when it first went out, and anew from an approval of what was no
 * longer there for citizens. Restoring brings back what there was, for the time that is left of it.
 */
export function countedFrom(
  { publication, workflow }: WorkingDocument,
  { snapshot }: Pick<Allowed, 'snapshot'>,
  now: Date,
): Date {
  const anew = snapshot === 'take' && ended.includes(publication)
  return new Date(anew ? now : (workflow.publicSince ?? now))
}

/** Whether what is published with this content now would be shown to nobody, because its time has passed. */
function isOver(
  kind: ModeratedKind,
  document: WorkingDocument,
  content: Content | null,
  { published, now, defaultPostDays }: { published: Date; now: Date; defaultPostDays: number },
): boolean {
  if (!content || kind === 'organisation') return false
  const copies = { ...nobodyElse }
  try {
    const snapshot = { content, copies, revision: document.revision, decidedAt: now.toISOString() }
    const data = projectionOf(kind, document, snapshot, now)
    const { visibleUntil } = windowOf(kind, data, content, { now, published, defaultPostDays })
    return visibleUntil !== null && new Date(visibleUntil) <= now
  } catch {
    // No start yet, or half a rule: said in their own words.
    return false
  }
}

interface Rule {
  now: Date
  defaultPostDays: number
}

const approves: readonly Action[] = ['approve', 'approve-with-edits', 'publish']

/** The actions after which citizens would see nothing although they publish: its time has passed. */
export function publishesNothing(kind: ModeratedKind, document: WorkingDocument, rule: Rule): Action[] {
  const { content, approvedSnapshot, workflow } = document
  const over = (of: Content | null, snapshot: 'take' | 'keep') =>
    isOver(kind, document, of, { ...rule, published: countedFrom(document, { snapshot }, rule.now) })
  const approved = over(content, 'take') ? approves : []
  const restored = over(approvedSnapshot?.content ?? null, 'keep')
  const bringsBack = workflow.appealable === 'remove' && approvedSnapshot !== null
  const overturned = bringsBack ? restored : approved.length > 0
  return [
    ...approved,
    ...(restored ? ['restore' as const] : []),
    ...(overturned ? ['overturn' as const] : []),
  ]
}

/** What author and editor are told of something whose time has passed: approving it would show it to nobody. */
export function overFindings(
  kind: ModeratedKind,
  document: WorkingDocument,
  content: Content,
  rule: Rule,
): FieldFault[] {
  const published = countedFrom(document, { snapshot: 'take' }, rule.now)
  if (!isOver(kind, document, content, { ...rule, published })) return []
  const { visibleUntil } = content as EventContent | PostContent
  const starts = kind === 'event' && (content as EventContent).allDay ? 'startDate' : 'start'
  const field = visibleUntil || kind === 'post' ? 'visibleUntil' : starts
  return [{ field, code: 'shown-no-more', message: 'Its time has passed: nobody would see it.' }]
}
