import type { Labels } from '../reasons.js'

/** What somebody who was told of something can do next, in words. */
export const nextStepLabels = {
  see: { sv: 'Se hur det blev', nb: 'Se hvordan det ble', en: 'See how it turned out' },
  mend: {
    sv: 'Ändra och skicka in igen',
    nb: 'Endre og send inn på nytt',
    en: 'Change it and submit again',
  },
  'mend-or-appeal': {
    sv: 'Ändra och skicka in igen, eller begär omprövning',
    nb: 'Endre og send inn på nytt, eller klag',
    en: 'Change it and submit again, or appeal',
  },
  appeal: {
    sv: 'Läs beslutet. Ni kan begära omprövning',
    nb: 'Les avgjørelsen. Dere kan klage',
    en: 'Read the decision. You can appeal',
  },
  check: {
    sv: 'Kontrollera att det stämmer',
    nb: 'Kontroller at det stemmer',
    en: 'Check that it is right',
  },
  read: { sv: 'Läs beslutet', nb: 'Les avgjørelsen', en: 'Read the decision' },
  look: { sv: 'Titta på det', nb: 'Se på det', en: 'Look at it' },
  ask: {
    sv: 'Läs skälet och kontakta kommunen om det är fel',
    nb: 'Les grunnen og ta kontakt med kommunen hvis det er feil',
    en: 'Read why, and contact the municipality if it is wrong',
  },
  'step-aside': {
    sv: 'Ni står som medarrangör. Ta bort ert namn om det inte stämmer',
    nb: 'Dere står som medarrangør. Fjern navnet deres hvis det ikke stemmer',
    en: 'You are named as a co-organiser. Take your name off if that is wrong',
  },
  'write-anew': {
    sv: 'Det går inte att ångra. Skriv ett nytt om det behövs',
    nb: 'Det kan ikke angres. Skriv et nytt hvis det trengs',
    en: 'It cannot be undone. Write a new one if it is needed',
  },
  start: {
    sv: 'Gå till översikten och skriv',
    nb: 'Gå til oversikten og skriv',
    en: 'Go to the overview and write',
  },
  'apply-anew': { sv: 'Rätta och ansök igen', nb: 'Rett og søk på nytt', en: 'Mend it and apply again' },
  nothing: {
    sv: 'Ni behöver inte göra något',
    nb: 'Dere trenger ikke å gjøre noe',
    en: 'There is nothing you need to do',
  },
  wait: {
    sv: 'Inget går att göra nu. Det som är publicerat visas igen när kommunen öppnas',
    nb: 'Ingenting kan gjøres nå. Det som er publisert, vises igjen når kommunen åpnes',
    en: 'Nothing can be done now. What is published shows again when the municipality reopens',
  },
  'decide-application': { sv: 'Pröva ansökan', nb: 'Behandle søknaden', en: 'Decide on the application' },
  'decide-anew': {
    sv: 'Besluta på nytt om det behövs',
    nb: 'Avgjør på nytt hvis det trengs',
    en: 'Decide again if it is needed',
  },
  'other-place': {
    sv: 'Ingen plats visas nu. Välj plats igen, även för flyttade tider',
    nb: 'Ikke noe sted vises nå. Velg sted på nytt, også for flyttede tidspunkter',
    en: 'No place is shown now. Choose the place again, for moved times too',
  },
  'other-picture': { sv: 'Välj en annan bild', nb: 'Velg et annet bilde', en: 'Choose another picture' },
  'other-contact': {
    sv: 'Ange en annan kontakt om det behövs',
    nb: 'Oppgi en annen kontakt hvis det trengs',
    en: 'Name another contact if one is needed',
  },
  'look-into-webhook': {
    sv: 'Rätta webhooken och slå på den',
    nb: 'Rett webhooken og slå den på',
    en: 'Mend the webhook and switch it on',
  },
  confirm: { sv: 'Bekräfta uppgifterna', nb: 'Bekreft opplysningene', en: 'Confirm the details' },
  'ask-for-admin': {
    sv: 'Be kommunen göra någon av er till administratör. Den kan bekräfta',
    nb: 'Be kommunen gjøre en av dere til administrator. Den kan bekrefte',
    en: 'Ask the municipality to make one of you an admin, who can confirm',
  },
  'see-people': {
    sv: 'Se vilka som skriver för er',
    nb: 'Se hvem som skriver for dere',
    en: 'See who writes for you',
  },
  'other-address': { sv: 'Ange en annan adress', nb: 'Oppgi en annen adresse', en: 'Give another address' },
} as const satisfies Record<string, Labels>

export type NextStep = keyof typeof nextStepLabels

const collections: Record<string, string> = {
  event: 'events',
  post: 'posts',
  organisation: 'organisations',
  media: 'media',
  webhook: 'webhooks',
}

/** Where a step leads: the document itself, the queue of editors, the overview, the own account, the page of logins, or nowhere. */
const leads: Partial<Record<NextStep, 'queue' | 'overview' | 'account' | 'people' | 'nowhere'>> = {
  'step-aside': 'nowhere',
  'write-anew': 'overview',
  start: 'overview',
  nothing: 'nowhere',
  'ask-for-admin': 'nowhere',
  wait: 'nowhere',
  'other-address': 'account',
  'see-people': 'people',
  // The button stands on the desk.
  confirm: 'overview',
  look: 'queue',
  'decide-application': 'queue',
  'decide-anew': 'queue',
}

/** The address within the admin to which a step leads, from its root; null where there is nothing to open. */
export function addressOfStep(
  step: NextStep,
  { kind, document }: { kind: string | null; document: string | null },
): string | null {
  const to = leads[step] ?? 'document'
  if (to === 'nowhere') return null
  if (to === 'overview') return '/admin'
  if (to === 'account') return '/admin/account'
  if (to === 'people') return '/admin/members'
  const collection = kind && collections[kind]
  if (!collection || !document) return null
  return to === 'queue'
    ? `/admin/moderation?open=${collection}/${document}`
    : `/admin/collections/${collection}/${document}`
}
