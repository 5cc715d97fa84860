import type { FieldFault } from '../shared/errors.js'
import { canonical, contentFields } from './content.js'
import type { ModeratedKind } from './working-document.js'

/** What a form may send back unchanged beside the content: shown, never set. */
const shown = [
  'id',
  'createdAt',
  'updatedAt',
  'municipality',
  'organisation',
  'state',
  'publication',
  'submittedAt',
  'dueAt',
  'startsAt',
  'listedForReview',
  'pinned',
  'life',
  'confirmedAt',
] as const

/** A new document has none of these yet; a form may send what they begin with. */
const beginnings: Record<string, unknown[]> = {
  state: ['draft'],
  publication: ['none'],
  listedForReview: [false],
  pinned: [false],
  life: ['applied'],
}

/** Facts of an organisation that are not its public profile; who may set them stands on the fields. */
const settings: Partial<Record<ModeratedKind, readonly string[]>> = {
  organisation: ['kind', 'organisationNumber', 'registerReference', 'surfaces', 'trust', 'dailyLimit'],
}

const nothing = (value: unknown) => value === null || value === undefined || value === ''
/** How a form says nothing about a group or a list. */
const isEmpty = (value: unknown): boolean =>
  nothing(value) || (typeof value === 'object' && Object.values(value as object).every(isEmpty))
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? (value as { id: unknown }).id : value

/** Fields in a save that it cannot set: columns of moderation with another value than now, and unknown names. */
export function forgedFields(
  kind: ModeratedKind,
  sent: Record<string, unknown>,
  stored: Record<string, unknown> | null,
): FieldFault[] {
  return Object.entries(sent).flatMap(([field, value]): FieldFault[] => {
    if (contentFields[kind].includes(field) || field === 'revision' || settings[kind]?.includes(field))
      return []
    if (!(shown as readonly string[]).includes(field)) {
      return [{ field, code: 'unknown-field', message: 'There is no such field' }]
    }
    if (nothing(value)) return []
    if (!stored) {
      const owner = field === 'municipality' || field === 'organisation'
      return owner || beginnings[field]?.includes(value) ? [] : [forged(field)]
    }
    return sameValue(value, stored[field]) ? [] : [forged(field)]
  })
}

/** What forms send beside the content: the framework's own, and the revision, which has a rule of its own. */
const beside = ['id', 'updatedAt', 'collection', 'password', 'confirm-password', 'revision']

/** A field that a save may name. */
export interface KnownField {
  /** What a new document has in it. */
  begins: unknown
  /** Whether no form ever shows it: then it is not a client's to set, whatever its access says. */
  hidden: boolean
}

/**
 * Fields in a save that came to nothing: unknown names, hidden ones, and names in `known` that are not in what is `left`
 * after access to fields was asked, unless they say what is stored, or what a new document begins with, anyway.
 */
export function droppedFields(
  sent: Record<string, unknown>,
  left: Record<string, unknown>,
  stored: Record<string, unknown> | null,
  known: ReadonlyMap<string, KnownField>,
): FieldFault[] {
  return Object.entries(sent).flatMap(([field, value]): FieldFault[] => {
    if (beside.includes(field)) return []
    // Taken by the framework from whoever sends it.
    if (field === 'createdAt')
      return nothing(value) || sameValue(value, stored?.createdAt) ? [] : [unset(field)]
    const { begins, hidden } = known.get(field) ?? {}
    if (hidden === undefined) return [{ field, code: 'unknown-field', message: 'There is no such field' }]
    const before = stored ? stored[field] : begins
    // Payload puts the stored value, or what a new document begins with, where it drops one; what a rule of ours
    // rewrote is something third.
    const dropped = hidden || !(field in left) || sameValue(left[field], before)
    // No form says anything of a hidden one, so that no empty group stands for it.
    const says = hidden ? !nothing(value) : !isEmpty(value)
    if (!dropped || value === undefined || (!stored && !says) || sameValue(value, before)) return []
    if (!says && isEmpty(before)) return []
    return [unset(field)]
  })
}

const unset = (field: string): FieldFault => ({
  field,
  code: 'not-settable',
  message: 'This account cannot set this',
})

function sameValue(sent: unknown, stored: unknown): boolean {
  if (canonical(plain(sent)) === canonical(plain(stored))) return true
  // The database may spell the same instant otherwise.
  const times = [sent, stored].map((each) =>
    typeof each === 'string' || each instanceof Date ? new Date(each).getTime() : NaN,
  )
  return !Number.isNaN(times[0]) && times[0] === times[1]
}

const forged = (field: string): FieldFault => ({
  field,
  code: 'not-settable',
  message: 'This is set by decisions, not by saving',
})
