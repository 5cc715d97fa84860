import type { AfterHandOver, MemberAction, MemberRole } from './member-actions.js'
import type { OrganisationState } from './life.js'

/** One login of an organisation, for whoever looks after it. Instants are RFC 3339; no address and no time of use. */
export interface ShownMember {
  account: string
  username: string
  roleTitle: string | null
  kind: 'person' | 'role' | 'machine'
  role: MemberRole
  own: boolean
  disabled: boolean
  /** Its holder has logged in and chosen a password. */
  loggedInOnce: boolean
  /** A one-time code is out and good until then. */
  codeUntil: string | null
  /** Whether the reader may give it a one-time code: it writes for organisations of the reader alone. */
  mayGiveCode: boolean
  actions: MemberAction[]
}

/** An organisation that was offered to somebody, who has not answered yet. */
export interface ShownHandOver {
  to: { account: string; username: string }
  from: { account: string; username: string }
  then: AfterHandOver
  ends: string
}

export interface ShownCircle {
  organisation: { id: string; name: string; life: OrganisationState }
  /** Everybody for those who look after them; a contributor sees the own login alone. */
  members: ShownMember[]
  handOver: ShownHandOver | null
  mayInvite: boolean
  /** Whether the reader confirms the yearly confirmation. */
  mayConfirm: boolean
  confirmedAt: string | null
}

/** What an invitation answers, this once. */
export interface Invited {
  account: string
  username: string
  /** Shown this once; with it the first password is chosen. */
  code: string
  ends: string
}
