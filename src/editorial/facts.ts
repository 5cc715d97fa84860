import type { Payload, Where } from 'payload'
import { actorNow } from '../accounts/standing.js'
import type { Facts } from '../moderation/decision.js'
import { appealUntil } from '../moderation/statement.js'
import type { Transition } from '../moderation/transition.js'
import { transitions } from '../moderation/transitions.js'
import { isAction } from '../moderation/states.js'
import { carryOccurrences } from '../calendar/carry-occurrences.js'
import type { EventContent } from '../calendar/event-content.js'
import { findingFault } from '../privacy/finding-faults.js'
import { isIdentity } from '../privacy/kinds.js'
import { DomainError, type FieldFault } from '../shared/errors.js'
import { everyRow } from '../shared/every-row.js'
import { idOf } from '../shared/reference.js'
import type { Actor } from '../tenancy/actor.js'
import { belongsTo, deciding, isEditorOf } from '../tenancy/membership.js'
import { clockRelation, relationTo, type Relation } from '../tenancy/relation.js'
import type { ActionInput } from './action-input.js'
import { contentFaults, lenientFaults } from './check-content.js'
import { canonical, contentFields, contentOf } from './content.js'
import { refuserOf } from './objection.js'
import { numbersInWords, personalDataIn, unacceptedIn } from './personal-data.js'
import { isHeldBack } from './retention/held-back.js'
import type { Surroundings } from './surroundings.js'
import type { Write } from './together.js'
import { surfaceOf, type Content, type ModeratedKind, type WorkingDocument } from './working-document.js'

/** Everything at hand while one action is decided. */
export interface Situation {
  payload: Payload
  kind: ModeratedKind
  document: WorkingDocument
  around: Surroundings
  relation: Relation
  write: Write
  now: Date
}

export async function relationFor(
  payload: Payload,
  actor: Actor | null,
  kind: ModeratedKind,
  document: WorkingDocument,
  write: Write | undefined,
): Promise<Relation> {
  if (!actor) return clockRelation
  const { workflow } = document
  const others = workflow.appeal !== 'open' || (await othersDecide(payload, actor, kind, document, write))
  return relationTo(
    actor,
    {
      municipality: document.municipality,
      organisation: document.organisation,
      surface: surfaceOf[kind],
      submittedBy: workflow.submittedBy,
      writtenBy: workflow.savedBy,
      decidedBy: refuserOf(workflow),
    },
    others,
  )
}

/** Whether anybody else could decide here: not disabled, for this surface, and no member of the organisation. */
async function othersDecide(
  payload: Payload,
  actor: Actor,
  kind: ModeratedKind,
  document: WorkingDocument,
  write: Write | undefined,
): Promise<boolean> {
  const editors: Where = {
    and: [
      { municipality: { equals: document.municipality } },
      { role: { in: [...deciding] } },
      { account: { not_equals: actor.account } },
    ],
  }
  const rows = await everyRow(payload, 'memberships', editors, write)
  for (const account of new Set(rows.map((row) => idOf(row.account)))) {
    const other = account === null ? null : await actorNow(payload, account, write)
    if (!other || belongsTo(other, document)) continue
    if (isEditorOf(other, document.municipality, surfaceOf[kind])) return true
  }
  return false
}

const unknown = (field: string): FieldFault => ({
  field: `edits.${field}`,
  code: 'unknown-field',
  message: 'There is no such field',
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Names within a field that it does not have, such as `address.street`. A row may be sent with its own id. */
function strayNames(sent: unknown, read: unknown, at: string): FieldFault[] {
  if (sent === read || !isObject(sent) || !isObject(read)) return []
  return Object.keys(sent).flatMap((name) =>
    Object.hasOwn(read, name)
      ? strayNames(sent[name], read[name], `${at}.${name}`)
      : name === 'id'
        ? []
        : [unknown(`${at}.${name}`)],
  )
}

/** The content as it would be with the edits, single times of a series carried along with it; fields that do not exist are refused by name. */
export function edited(
  kind: ModeratedKind,
  content: Content | null,
  edits: Record<string, unknown> | null | undefined,
) {
  if (!edits) return content
  const fields = Object.keys(edits)
  const refuse = (faults: FieldFault[]) => {
    if (faults.length > 0)
      throw new DomainError('invalid-input', 'Some of what was sent cannot be understood.', { faults })
  }
  refuse(fields.filter((field) => !contentFields[kind].includes(field)).map(unknown))
  const merged = { ...content, ...edits } as Content
  const whole =
    kind === 'event' && content ? carryOccurrences(content as EventContent, merged as EventContent) : merged
  // As it was sent: a malformed time must be refused, not read as "no time".
  const malformed = lenientFaults(kind, whole)
  if (malformed.length > 0)
    throw new DomainError('invalid-input', 'Some of the edits cannot be saved as they are.', {
      faults: malformed.map((fault) => ({ ...fault, field: `edits.${fault.field}` })),
    })
  const read = contentOf(kind, { ...whole })
  // Dropped in silence, they would seem to have been taken.
  refuse(fields.flatMap((field) => strayNames(edits[field], read[field as keyof Content], field)))
  return read
}

/** Fields that a correction and a change under way both touch: the machine must not choose between two people. */
function conflictingFields(document: WorkingDocument, edits: Record<string, unknown>): string[] {
  const approved = document.approvedSnapshot?.content as Record<string, unknown> | undefined
  const current = document.content as Record<string, unknown> | null
  if (!approved || !current) return []
  return Object.keys(edits).filter((field) => canonical(approved[field]) !== canonical(current[field]))
}

/** The content that an action begins with: what waits, or what was decided on before. */
function contentBefore(document: WorkingDocument, action: string): Content | null {
  const { approvedSnapshot, workflow } = document
  const bringsBack = action === 'overturn' && workflow.appealable === 'remove'
  const before = action === 'correct' || action === 'restore' || bringsBack
  return before ? (approvedSnapshot?.content ?? (bringsBack ? document.content : null)) : document.content
}

/** The content that an action is checked on: what it begins with, with its edits. */
export function checkedContent(
  { kind, document }: Pick<Situation, 'kind' | 'document'>,
  action: string,
  { edits }: Pick<ActionInput, 'edits'>,
): Content | null {
  const takesEdits = isAction(action) && transitions[action].needs.edits
  return edited(kind, contentBefore(document, action), takesEdits ? edits : null)
}

/** Asked for only what could destroy it, or to tell whether that may be done. */
async function heldFor(
  { payload, kind, document, write }: Situation,
  row: Transition | null,
): Promise<boolean> {
  const asked = row ? row.conditions.includes('not-held') : document.publication === 'none'
  return asked && isHeldBack(payload, kind, document.id, write)
}

/** What the moderation table asks, from the document as it is now. */
export async function factsFor(situation: Situation, action: string, input: ActionInput): Promise<Facts> {
  const { kind, document, now } = situation
  const { workflow } = document
  const row = isAction(action) ? transitions[action] : null
  const edits = row?.needs.edits ? input.edits : null
  const content = checkedContent(situation, action, input)
  const decided = action === 'correct' ? (document.approvedSnapshot?.content ?? null) : null
  // Whoever asks what may be done is told of what is there now.
  const looks = !row || row.personalData === 'content'
  const found =
    looks && content ? unacceptedIn(document, content, await personalDataIn(situation, content)) : []
  return {
    kind,
    state: document.state,
    publication: document.publication,
    approvedBefore: document.approvedSnapshot !== null && document.approvedSnapshot !== undefined,
    everPublic: workflow.everPublic,
    held: await heldFor(situation, row),
    appeal: workflow.appeal,
    appealable: workflow.appealable,
    appealUntil: workflow.refusedAt && appealUntil(workflow.refusedAt),
    claimedBy: workflow.claimedBy,
    claimedUntil: workflow.claimedUntil,
    objectedSinceApproval: Boolean(workflow.objectedAt) && (workflow.approvedAt ?? '') < workflow.objectedAt!,
    personalData: found.map(findingFault),
    identityNumbers: found.filter(isIdentity).map(findingFault),
    identityNumbersInWords: numbersInWords(input, now).map(findingFault),
    unreviewed: document.listedForReview || Boolean(document.unreviewedKey),
    enteredOnBehalf: workflow.enteredOnBehalf,
    conflictingFields: action === 'correct' && edits ? conflictingFields(document, edits) : [],
    faults:
      row?.validation && content ? await contentFaults(situation, row.validation, content, decided) : [],
    now,
  }
}
