/** What a login may be to an organisation. */
export const memberRoles = ['organisation-admin', 'contributor', 'api-client'] as const
export type MemberRole = (typeof memberRoles)[number]

export const memberActions = [
  'invite',
  'make-admin',
  'make-contributor',
  'take-away',
  'hand-over',
  'accept-hand-over',
  'decline-hand-over',
  'take-back-hand-over',
  'leave',
] as const
export type MemberAction = (typeof memberActions)[number]

export type MemberActor =
  | 'organisation-admin'
  | 'municipality-admin'
  /** A person who writes for the organisation, whatever the role. */
  | 'member'

export interface MemberRule {
  who: readonly MemberActor[]
  /** Whose login is meant: a new one, somebody else's, one's own, or either of these two. */
  whose: 'new' | 'another' | 'own' | 'either'
  /** What the login must be to the organisation now. */
  roles: readonly MemberRole[]
  /** Lets somebody do more than before: only while the organisation is approved and its municipality open. */
  gives: boolean
  /** A machine never has this done to it: it neither decides nor answers. */
  peopleOnly: boolean
  /** Its holder must have logged in once: nobody else could be reached through it. */
  loggedInOnce: boolean
  /** Where it takes the role of admin, another admin must be there who can log in. */
  needsAnotherAdmin: boolean
  /** The organisation must have been offered to this login. */
  needsOffer: boolean
}

const admins = ['organisation-admin', 'municipality-admin'] as const
const writing = ['organisation-admin', 'contributor'] as const

/**
 * Who may do what with the logins of an organisation, one row per action. What lets somebody do more waits while the
 * organisation is suspended; what takes something away is always possible, but for the last admin.
 */
export const memberTable: Record<MemberAction, MemberRule> = {
  invite: {
    who: admins,
    whose: 'new',
    roles: [],
    gives: true,
    peopleOnly: false,
    loggedInOnce: false,
    needsAnotherAdmin: false,
    needsOffer: false,
  },
  'make-admin': {
    who: admins,
    whose: 'another',
    roles: ['contributor'],
    gives: true,
    peopleOnly: true,
    loggedInOnce: true,
    needsAnotherAdmin: false,
    needsOffer: false,
  },
  'make-contributor': {
    who: admins,
    whose: 'either',
    roles: ['organisation-admin'],
    gives: false,
    peopleOnly: false,
    loggedInOnce: false,
    needsAnotherAdmin: true,
    needsOffer: false,
  },
  'take-away': {
    who: admins,
    whose: 'another',
    roles: memberRoles,
    gives: false,
    peopleOnly: false,
    loggedInOnce: false,
    needsAnotherAdmin: true,
    needsOffer: false,
  },
  'hand-over': {
    who: ['organisation-admin'],
    whose: 'another',
    // Who was only just invited confirms after the first login.
    roles: ['contributor'],
    gives: true,
    peopleOnly: true,
    loggedInOnce: false,
    needsAnotherAdmin: false,
    needsOffer: false,
  },
  'accept-hand-over': {
    who: ['member'],
    whose: 'own',
    roles: writing,
    gives: true,
    peopleOnly: true,
    loggedInOnce: false,
    needsAnotherAdmin: false,
    needsOffer: true,
  },
  'decline-hand-over': {
    who: ['member'],
    whose: 'own',
    roles: writing,
    gives: false,
    peopleOnly: true,
    loggedInOnce: false,
    needsAnotherAdmin: false,
    needsOffer: true,
  },
  'take-back-hand-over': {
    who: admins,
    whose: 'another',
    roles: memberRoles,
    gives: false,
    peopleOnly: false,
    loggedInOnce: false,
    needsAnotherAdmin: false,
    needsOffer: true,
  },
  leave: {
    who: ['member'],
    whose: 'own',
    roles: writing,
    gives: false,
    peopleOnly: true,
    loggedInOnce: false,
    needsAnotherAdmin: true,
    needsOffer: false,
  },
}

/** What becomes of whoever hands an organisation over. */
export const afterHandOver = ['stay', 'leave'] as const
export type AfterHandOver = (typeof afterHandOver)[number]
