import type { OrganisationState } from './life.js'

export const organisationStateLabels: Record<OrganisationState, { sv: string; nb: string; en: string }> = {
  applied: { sv: 'Ansökt', nb: 'Søkt', en: 'Applied' },
  invited: { sv: 'Inbjuden', nb: 'Invitert', en: 'Invited' },
  approved: { sv: 'Godkänd', nb: 'Godkjent', en: 'Approved' },
  declined: { sv: 'Avböjd', nb: 'Avvist', en: 'Declined' },
  suspended: { sv: 'Avstängd', nb: 'Suspendert', en: 'Suspended' },
  left: { sv: 'Har lämnat', nb: 'Har forlatt', en: 'Has left' },
}
