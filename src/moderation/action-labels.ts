import type { Labels } from './reasons.js'
import type { Action } from './states.js'

/** The words on the buttons. */
export const actionLabels: Record<Action, Labels> = {
  save: { sv: 'Spara', nb: 'Lagre', en: 'Save' },
  submit: { sv: 'Skicka in', nb: 'Send inn', en: 'Submit' },
  'withdraw-submission': { sv: 'Ta tillbaka', nb: 'Ta tilbake', en: 'Take back' },
  'discard-changes': { sv: 'Kasta ändringarna', nb: 'Forkast endringene', en: 'Discard changes' },
  'delete-draft': { sv: 'Ta bort utkastet', nb: 'Slett utkastet', en: 'Delete draft' },
  'accept-numbers': { sv: 'Godta numret', nb: 'Godta nummeret', en: 'Accept the number' },
  claim: { sv: 'Jag tar den', nb: 'Jeg tar den', en: 'Claim' },
  release: { sv: 'Släpp', nb: 'Slipp', en: 'Release' },
  'look-over': { sv: 'Har tittat', nb: 'Har sett på det', en: 'Looked at' },
  approve: { sv: 'Godkänn', nb: 'Godkjenn', en: 'Approve' },
  'approve-with-edits': { sv: 'Ändra och godkänn', nb: 'Endre og godkjenn', en: 'Edit and approve' },
  'request-changes': { sv: 'Be om ändringar', nb: 'Be om endringer', en: 'Request changes' },
  reject: { sv: 'Avslå', nb: 'Avslå', en: 'Reject' },
  publish: { sv: 'Publicera', nb: 'Publiser', en: 'Publish' },
  correct: { sv: 'Rätta', nb: 'Rett', en: 'Correct' },
  announce: { sv: 'Meddela ändrad status', nb: 'Meld endret status', en: 'Announce a change' },
  pin: { sv: 'Fäst överst', nb: 'Fest øverst', en: 'Pin' },
  unpin: { sv: 'Lossa', nb: 'Løsne', en: 'Unpin' },
  withdraw: { sv: 'Återkalla', nb: 'Trekk tilbake', en: 'Withdraw' },
  remove: { sv: 'Ta bort', nb: 'Fjern', en: 'Remove' },
  restore: { sv: 'Återställ', nb: 'Gjenopprett', en: 'Restore' },
  appeal: { sv: 'Begär omprövning', nb: 'Klag på avgjørelsen', en: 'Appeal' },
  uphold: { sv: 'Låt beslutet stå', nb: 'Oppretthold avgjørelsen', en: 'Uphold' },
  overturn: { sv: 'Ändra beslutet', nb: 'Omgjør avgjørelsen', en: 'Overturn' },
  forget: {
    sv: 'Radera när tiden är slut',
    nb: 'Slett når tiden er over',
    en: 'Erase when its time is over',
  },
  erase: { sv: 'Radera helt', nb: 'Slett helt', en: 'Erase' },
  'go-live': { sv: 'Blir publikt', nb: 'Blir publisert', en: 'Go live' },
  expire: { sv: 'Går ut', nb: 'Utløper', en: 'Expire' },
}

/** The same for what is no decision and stands outside of the table. */
export const withdrawContactLabel: Labels = {
  sv: 'Ta bort kontakten',
  nb: 'Fjern kontakten',
  en: 'Take the contact off',
}
