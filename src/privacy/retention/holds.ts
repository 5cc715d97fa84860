import { DomainError, type FieldFault } from '../../shared/errors.js'
import { idOf } from '../../shared/reference.js'

/** What can be held back from the nightly run, one by one. */
export const holdKinds = ['event', 'post', 'organisation', 'media', 'account', 'log'] as const
export type HoldKind = (typeof holdKinds)[number]

/** Why something is kept although its time is over. */
export const holdReasons = ['legal-claim', 'request-under-way', 'authority'] as const
export type HoldReason = (typeof holdReasons)[number]

/** Where what can be held lies; the log of a municipality is held as a whole, by the municipality's id. */
export const collectionOfHeld: Record<HoldKind, string> = {
  event: 'events',
  post: 'posts',
  organisation: 'organisations',
  media: 'media',
  account: 'accounts',
  log: 'municipalities',
}

/** The column that says to which municipality a held thing belongs; the log is that of the municipality itself. */
const ownerColumn: Record<HoldKind, string> = {
  event: 'municipality',
  post: 'municipality',
  organisation: 'municipality',
  media: 'municipality',
  account: 'homeMunicipality',
  log: 'id',
}

export const isHoldKind = (kind: unknown): kind is HoldKind =>
  typeof kind === 'string' && Object.hasOwn(collectionOfHeld, kind)

export interface WantedHold {
  /** Whether who asks is an admin of the municipality, or the system. */
  admin: boolean
  municipality: string | null
  kind: HoldKind
  /** What is to be held, as it is stored; null where it is not there. */
  row: Record<string, unknown> | null
  /** Whether it is held already. */
  held: boolean
}

/**
 * Why something cannot be held back; null where it can. A municipality holds what is its own and what is still there,
 * each thing once, and only its admin does so.
 */
export function holdRefusal({ admin, municipality, kind, row, held }: WantedHold): DomainError | null {
  if (!admin)
    return new DomainError('not-allowed', 'Only the admin of the municipality holds something back.')
  if (!isHoldKind(kind))
    return new DomainError('invalid-input', 'There is nothing here that could be held.', {
      faults: [{ field: 'kind', code: 'unknown-code', message: Object.keys(collectionOfHeld).join(', ') }],
    })
  if (!row || row.state === 'erased' || idOf(row[ownerColumn[kind]]) !== municipality)
    return new DomainError('invalid-input', 'There is nothing here that could be held.', {
      faults: [{ field: 'document', code: 'not-found', message: 'The id of something of the municipality' }],
    })
  return held ? new DomainError('duplicate', 'This is held already.') : null
}

export const keptForNow =
  'The municipality keeps this for now, so it cannot be deleted. Ask its administrator, who can let go of it.'

/** Beside the refusal of whatever would destroy what is held. */
export const heldFaults: FieldFault[] = [{ field: 'document', code: 'held', message: keptForNow }]
