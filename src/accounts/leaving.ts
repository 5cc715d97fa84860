import { DomainError, type FieldFault } from '../shared/errors.js'
import type { Role } from '../tenancy/actor.js'

/** A login as far as leading something asks: only somebody who can log in leads. */
export interface Leader {
  kind: 'person' | 'role' | 'machine'
  disabled: boolean
  /** Its holder has chosen a password. */
  loggedInOnce: boolean
}

/** Whether an organisation or a municipality can count on this login as its admin. `rolesOnly`: its policy of logins. */
export const canLead = ({ kind, disabled, loggedInOnce }: Leader, rolesOnly: boolean): boolean =>
  loggedInOnce && !disabled && kind !== 'machine' && !(rolesOnly && kind === 'person')

/** Somewhere an account has a role. Municipality null: the installation itself. */
export interface HeldPlace {
  membership: string
  role: Role
  municipality: string | null
  organisation: string | null
  /** Of the organisation, else of the municipality; empty for the installation. */
  name: string
  /** Whether it is at work: a municipality that is open, an organisation that is approved in one. */
  atWork: boolean
  /** Other admins of it who can log in. */
  otherAdmins: number
}

const lastOnes: Partial<Record<Role, Omit<FieldFault, 'field'>>> = {
  operator: {
    code: 'last-operator',
    message: 'You are the only operator who can log in. Make another one first (npm run operator).',
  },
  'municipality-admin': {
    code: 'last-municipality-admin',
    message: 'You are the only admin of the municipality who can log in. Make somebody else an admin first.',
  },
  'organisation-admin': {
    code: 'last-organisation-admin',
    message:
      'You are the only admin of an organisation who can log in. Hand it over first, or ask the municipality to make somebody else its admin.',
  },
}

/** The places that would be without an admin: they would publish on, and nobody could answer for them. */
export const leftAlone = (places: readonly HeldPlace[]): HeldPlace[] =>
  places.filter(
    ({ role, atWork, otherAdmins }) => lastOnes[role] !== undefined && atWork && otherAdmins === 0,
  )

/**
 * Nobody goes who is the last admin of a municipality or an approved organisation. What is suspended or closed keeps
 * nobody: its admin could not hand it over, and the municipality looks after it.
 */
export function leavingRefusal(places: readonly HeldPlace[]): DomainError | null {
  const alone = leftAlone(places)
  if (alone.length === 0) return null
  const faults = alone.map(({ role }) => ({ field: 'account', ...lastOnes[role]! }))
  return new DomainError('not-possible-in-this-state', faults[0]!.message, { faults })
}

/** Why an account is not deleted by its holder; null where it may be. */
export function deletionRefusal(
  kind: Leader['kind'],
  held: boolean,
  places: readonly HeldPlace[],
): DomainError | null {
  if (kind === 'machine')
    return new DomainError('not-allowed', 'A key of a machine is deleted by the admin of its municipality.')
  if (held) {
    const message = 'The municipality must keep this for now. Ask it until when.'
    return new DomainError('not-possible-in-this-state', message, {
      faults: [{ field: 'account', code: 'held', message }],
    })
  }
  return leavingRefusal(places)
}
