/** Where an organisation stands with its municipality. It is public, and may write, while `approved`. */
export const organisationStates = ['applied', 'invited', 'approved', 'declined', 'suspended', 'left'] as const
export type OrganisationState = (typeof organisationStates)[number]

/** `trusted` skips review before publishing, `probation` never does, whatever the mode of the municipality. */
export const trustLevels = ['standard', 'trusted', 'probation'] as const
export type Trust = (typeof trustLevels)[number]

export const organisationActions = [
  'apply',
  'invite',
  'approve',
  'decline',
  'suspend',
  'reinstate',
  'confirm',
  'leave',
] as const
export type OrganisationAction = (typeof organisationActions)[number]

export type OrganisationActor =
  | 'anyone'
  /** Municipality-admin, or an editor to whom it was given. */
  | 'decider'
  | 'municipality-admin'
  | 'organisation-admin'

export interface OrganisationTransition {
  /** `new`: not known to the municipality yet. */
  from: readonly (OrganisationState | 'new')[]
  to: OrganisationState
  who: readonly OrganisationActor[]
  /** May not be decided by somebody who belongs to the organisation. */
  fourEyes: boolean
  message: 'required' | 'optional' | 'none'
  /** What it does to everything public of the organisation. */
  publication: 'keep' | 'publish' | 'hide' | 'show' | 'end'
  /** The profile becomes the approved one: a decision on an organisation is one on its name and words too. */
  profile: 'keep' | 'approve'
  /** The yearly confirmation starts anew. */
  confirms: boolean
  whileMunicipalityClosed: boolean
}

/** The life of an organisation, one row per action. Nothing leads out of `left`; it applies as a new one. */
export const organisationLife: Record<OrganisationAction, OrganisationTransition> = {
  apply: {
    from: ['new', 'declined'],
    to: 'applied',
    who: ['anyone'],
    fourEyes: false,
    message: 'optional',
    publication: 'keep',
    profile: 'keep',
    confirms: false,
    whileMunicipalityClosed: false,
  },
  invite: {
    from: ['new'],
    to: 'invited',
    who: ['decider'],
    fourEyes: false,
    message: 'optional',
    publication: 'keep',
    profile: 'keep',
    confirms: false,
    whileMunicipalityClosed: false,
  },
  approve: {
    from: ['applied', 'invited'],
    to: 'approved',
    who: ['decider'],
    fourEyes: true,
    message: 'optional',
    publication: 'publish',
    profile: 'approve',
    confirms: true,
    whileMunicipalityClosed: false,
  },
  decline: {
    from: ['applied'],
    to: 'declined',
    who: ['decider'],
    fourEyes: false,
    message: 'required',
    publication: 'keep',
    profile: 'keep',
    confirms: false,
    whileMunicipalityClosed: true,
  },
  suspend: {
    from: ['approved'],
    to: 'suspended',
    who: ['decider'],
    fourEyes: false,
    message: 'required',
    publication: 'hide',
    profile: 'keep',
    confirms: false,
    whileMunicipalityClosed: true,
  },
  reinstate: {
    from: ['suspended'],
    to: 'approved',
    who: ['decider'],
    fourEyes: true,
    message: 'optional',
    publication: 'show',
    profile: 'keep',
    confirms: false,
    whileMunicipalityClosed: false,
  },
  confirm: {
    from: ['approved'],
    to: 'approved',
    who: ['organisation-admin'],
    fourEyes: false,
    message: 'none',
    publication: 'keep',
    profile: 'keep',
    confirms: true,
    whileMunicipalityClosed: false,
  },
  leave: {
    from: ['applied', 'invited', 'approved', 'declined', 'suspended'],
    to: 'left',
    who: ['organisation-admin', 'municipality-admin'],
    fourEyes: false,
    message: 'optional',
    publication: 'end',
    profile: 'keep',
    confirms: false,
    whileMunicipalityClosed: true,
  },
}
