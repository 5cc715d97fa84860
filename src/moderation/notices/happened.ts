import type { OrganisationAction } from '../../organisations/life.js'
import type { Labels } from '../reasons.js'
import type { Action } from '../states.js'

/** What the system itself writes down, beside what people do by pressing something. */
export const systemActions = [
  'open',
  'renew',
  'step-aside',
  'close',
  'reopen',
  'void',
  'undo',
  'end-consent',
  'withdraw-consent',
  'end-contact',
  'withdraw-contact',
  'lose-place',
  'webhook-off',
] as const

/** What is only told: the log has nothing of it, or has it under another name. */
export const toldActions = [
  'address-refused',
  'confirm-soon',
  'confirm-due',
  'confirm-without-admin',
  'offer-hand-over',
  'accept-hand-over',
  'decline-hand-over',
  'end-hand-over',
  'make-admin',
  'make-contributor',
  'end-role',
  'member-left',
] as const

export type Logged = Action | OrganisationAction | (typeof systemActions)[number]
export type Happening = Logged | (typeof toldActions)[number]

/** What has happened, for the log and for notices. Buttons have words of their own. */
export const happenedLabels: Record<Happening, Labels> = {
  save: { sv: 'Sparat', nb: 'Lagret', en: 'Saved' },
  submit: { sv: 'Skickat in', nb: 'Sendt inn', en: 'Submitted' },
  'withdraw-submission': { sv: 'Taget tillbaka', nb: 'Tatt tilbake', en: 'Taken back' },
  'discard-changes': { sv: 'Ändringar kastade', nb: 'Endringer forkastet', en: 'Changes discarded' },
  'delete-draft': { sv: 'Utkast borttaget', nb: 'Utkast slettet', en: 'Draft deleted' },
  'accept-numbers': { sv: 'Nummer godtaget', nb: 'Nummer godtatt', en: 'Number accepted' },
  claim: { sv: 'Taget för granskning', nb: 'Tatt til gjennomgang', en: 'Claimed' },
  release: { sv: 'Släppt', nb: 'Sluppet', en: 'Released' },
  'look-over': { sv: 'Granskat i efterhand', nb: 'Gjennomgått i etterkant', en: 'Looked at afterwards' },
  approve: { sv: 'Godkänt', nb: 'Godkjent', en: 'Approved' },
  'approve-with-edits': {
    sv: 'Godkänt med ändringar',
    nb: 'Godkjent med endringer',
    en: 'Approved with edits',
  },
  'request-changes': { sv: 'Ändringar önskas', nb: 'Endringer ønskes', en: 'Changes requested' },
  reject: { sv: 'Avslaget', nb: 'Avslått', en: 'Rejected' },
  publish: { sv: 'Publicerat', nb: 'Publisert', en: 'Published' },
  correct: { sv: 'Rättat', nb: 'Rettet', en: 'Corrected' },
  announce: { sv: 'Ändrad status meddelad', nb: 'Endret status meldt', en: 'Change announced' },
  pin: { sv: 'Fäst överst', nb: 'Festet øverst', en: 'Pinned' },
  unpin: { sv: 'Lossat', nb: 'Løsnet', en: 'Unpinned' },
  withdraw: { sv: 'Återkallat', nb: 'Trukket tilbake', en: 'Withdrawn' },
  remove: { sv: 'Borttaget', nb: 'Fjernet', en: 'Removed' },
  restore: { sv: 'Återställt', nb: 'Gjenopprettet', en: 'Restored' },
  appeal: { sv: 'Omprövning begärd', nb: 'Klage sendt', en: 'Appealed' },
  uphold: { sv: 'Beslutet står fast', nb: 'Avgjørelsen står fast', en: 'Upheld' },
  overturn: { sv: 'Beslutet ändrat', nb: 'Avgjørelsen omgjort', en: 'Overturned' },
  erase: { sv: 'Raderat', nb: 'Slettet', en: 'Erased' },
  forget: { sv: 'Raderat, tiden var slut', nb: 'Slettet, tiden var over', en: 'Erased, its time was over' },
  'go-live': { sv: 'Blev publikt', nb: 'Ble publisert', en: 'Went live' },
  expire: { sv: 'Gick ut', nb: 'Utløp', en: 'Expired' },
  apply: { sv: 'Ansökt', nb: 'Søkt', en: 'Applied' },
  invite: { sv: 'Inbjuden', nb: 'Invitert', en: 'Invited' },
  decline: { sv: 'Avböjd', nb: 'Avvist', en: 'Declined' },
  suspend: { sv: 'Avstängd', nb: 'Suspendert', en: 'Suspended' },
  reinstate: { sv: 'Avstängningen hävd', nb: 'Suspensjonen opphevet', en: 'Suspension lifted' },
  confirm: { sv: 'Uppgifter bekräftade', nb: 'Opplysninger bekreftet', en: 'Details confirmed' },
  leave: { sv: 'Har lämnat', nb: 'Har forlatt', en: 'Left' },
  open: { sv: 'Plats öppnad', nb: 'Sted åpnet', en: 'Place opened' },
  renew: { sv: 'Förnyat', nb: 'Fornyet', en: 'Renewed' },
  'step-aside': { sv: 'Medarrangör borttagen', nb: 'Medarrangør fjernet', en: 'Co-organiser stepped aside' },
  close: { sv: 'Stängd', nb: 'Stengt', en: 'Closed' },
  reopen: { sv: 'Öppnad igen', nb: 'Gjenåpnet', en: 'Reopened' },
  'end-consent': {
    sv: 'Samtycket till en bild har gått ut',
    nb: 'Samtykket til et bilde er utløpt',
    en: 'The consent for a picture has ended',
  },
  'withdraw-consent': {
    sv: 'Samtycket till en bild är återkallat',
    nb: 'Samtykket til et bilde er trukket tilbake',
    en: 'The consent for a picture was taken back',
  },
  'end-contact': {
    sv: 'Kontakten visas inte längre: samtycket har gått ut',
    nb: 'Kontakten vises ikke lenger: samtykket er utløpt',
    en: 'The contact is no longer shown: the consent has ended',
  },
  'lose-place': { sv: 'Platsen raderades', nb: 'Stedet ble slettet', en: 'Its place was erased' },
  'withdraw-contact': { sv: 'Kontakten borttagen', nb: 'Kontakten fjernet', en: 'Contact taken off' },
  void: {
    sv: 'Väntande beslut blev inte av',
    nb: 'Ventende avgjørelse ble ikke noe av',
    en: 'Held decision came to nothing',
  },
  undo: {
    sv: 'Väntande beslut ångrat',
    nb: 'Ventende avgjørelse angret',
    en: 'Held decision undone',
  },
  'webhook-off': {
    sv: 'Webhook avstängd, mottagaren har inte svarat på tre dagar',
    nb: 'Webhook slått av, mottakeren har ikke svart på tre dager',
    en: 'Webhook switched off, its receiver has not answered for three days',
  },
  'address-refused': {
    sv: 'Er e-postadress tar inte emot något',
    nb: 'E-postadressen deres tar ikke imot noe',
    en: 'Your e-mail address takes no messages',
  },
  'confirm-soon': {
    sv: 'Bekräfta snart era uppgifter',
    nb: 'Bekreft opplysningene deres snart',
    en: 'Confirm your details soon',
  },
  'confirm-due': {
    sv: 'Uppgifterna skulle ha bekräftats',
    nb: 'Opplysningene skulle vært bekreftet',
    en: 'Your details were to be confirmed',
  },
  'confirm-without-admin': {
    sv: 'Uppgifterna ska bekräftas, men ingen av er är administratör',
    nb: 'Opplysningene skal bekreftes, men ingen av dere er administrator',
    en: 'Your details are to be confirmed, but none of you is an admin',
  },
  'offer-hand-over': { sv: 'Överlämning erbjuden', nb: 'Overlatelse tilbudt', en: 'Hand-over offered' },
  'accept-hand-over': {
    sv: 'Överlämningen är bekräftad',
    nb: 'Overlatelsen er bekreftet',
    en: 'The hand-over was confirmed',
  },
  'decline-hand-over': {
    sv: 'Du fick nej till överlämningen',
    nb: 'Du fikk nei til overlatelsen',
    en: 'The hand-over was declined',
  },
  'end-hand-over': {
    sv: 'Överlämningen blev inte av',
    nb: 'Overlatelsen ble ikke noe av',
    en: 'The hand-over came to nothing',
  },
  'make-admin': {
    sv: 'Du är föreningsadministratör nu',
    nb: 'Du er foreningsadministrator nå',
    en: 'You are an organisation admin now',
  },
  'make-contributor': {
    sv: 'Du är skribent nu, inte längre administratör',
    nb: 'Du er bidragsyter nå, ikke lenger administrator',
    en: 'You are a contributor now, no longer an admin',
  },
  'member-left': {
    sv: 'Någon har lämnat er',
    nb: 'Noen har gått ut hos dere',
    en: 'Somebody has left you',
  },
  'end-role': {
    sv: 'Din inloggning är borttagen',
    nb: 'Innloggingen din er tatt bort',
    en: 'Your login was taken away',
  },
}
