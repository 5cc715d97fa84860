import type { OrganisationAction } from './life.js'

/** What the buttons say. */
export const organisationActionLabels: Record<OrganisationAction, { sv: string; nb: string; en: string }> = {
  apply: { sv: 'Ansök', nb: 'Søk', en: 'Apply' },
  invite: { sv: 'Bjud in', nb: 'Inviter', en: 'Invite' },
  approve: { sv: 'Godkänn organisationen', nb: 'Godkjenn organisasjonen', en: 'Approve the organisation' },
  decline: { sv: 'Avböj ansökan', nb: 'Avvis søknaden', en: 'Decline the application' },
  suspend: { sv: 'Stäng av organisationen', nb: 'Suspender organisasjonen', en: 'Suspend the organisation' },
  reinstate: { sv: 'Häv avstängningen', nb: 'Opphev suspensjonen', en: 'Lift the suspension' },
  confirm: { sv: 'Bekräfta uppgifterna', nb: 'Bekreft opplysningene', en: 'Confirm the details' },
  leave: { sv: 'Lämna Torg', nb: 'Forlat Torg', en: 'Leave Torg' },
}
