import {
  deciding,
  lettingIn,
  publishing,
  running,
  words,
  type LegalGround,
} from '../retention/retention-row.js'

type Words = ReturnType<typeof words>

/** What for something is kept, in the order in which the records tell of it, and on what ground (GDPR, article 6(1)). */
export const purposes = {
  publishing: { name: publishing, ground: 'public-task' },
  deciding: { name: deciding, ground: 'public-task' },
  'letting-in': { name: lettingIn, ground: 'public-task' },
  accounting: {
    name: words(
      'Visa vem som gjorde vad och att gallringen sker',
      'Vise hvem som gjorde hva og at slettingen skjer',
      'Show who did what and that retention is done',
    ),
    ground: 'legal-obligation',
  },
  running: { name: running, ground: 'public-task' },
} as const satisfies Record<string, { name: Words; ground: LegalGround }>
export type Purpose = keyof typeof purposes
export const purposeCodes = Object.keys(purposes) as Purpose[]

interface Kind {
  purpose: Purpose
  name: Words
}
const kind = (purpose: Purpose, sv: string, nb: string, en: string): Kind => ({
  purpose,
  name: words(sv, nb, en),
})

/** What a collection that holds something of people is called, and for what it is kept. One that is not here fails a test. */
export const kindsOfData: Record<string, Kind> = {
  events: kind('publishing', 'Evenemang', 'Arrangementer', 'Events'),
  posts: kind('publishing', 'Inlägg', 'Innlegg', 'Posts'),
  publications: kind('publishing', 'Det som visas', 'Det som vises', 'What is shown'),
  places: kind('publishing', 'Platser', 'Steder', 'Places'),
  categories: kind('publishing', 'Kategorier', 'Kategorier', 'Categories'),
  organisations: kind('publishing', 'Organisationer', 'Organisasjoner', 'Organisations'),
  media: kind('publishing', 'Bilder', 'Bilder', 'Pictures'),
  revisions: kind('deciding', 'Äldre versioner', 'Eldre versjoner', 'Earlier versions'),
  notices: kind('deciding', 'Aviseringar', 'Varsler', 'Notices'),
  inboxes: kind('deciding', 'Vad som är läst', 'Hva som er lest', 'What has been read'),
  mails: kind('deciding', 'E-post som ska skickas', 'E-post som skal sendes', 'E-mail to be sent'),
  'share-links': kind('deciding', 'Länkar till utkast', 'Lenker til utkast', 'Links to drafts'),
  accounts: kind('letting-in', 'Konton', 'Kontoer', 'Accounts'),
  memberships: kind('letting-in', 'Roller', 'Roller', 'Roles'),
  credentials: kind(
    'letting-in',
    'Lösenord och tvåfaktor',
    'Passord og tofaktor',
    'Passwords and second factors',
  ),
  sessions: kind('letting-in', 'Inloggningar', 'Innlogginger', 'Sessions'),
  'one-time-codes': kind('letting-in', 'Engångskoder', 'Engangskoder', 'One-time codes'),
  'payload-preferences': kind(
    'letting-in',
    'Inställningar för egen skärm',
    'Innstillinger for egen skjerm',
    'Settings of one’s own screen',
  ),
  'moderation-log': kind('accounting', 'Loggen', 'Loggen', 'The log'),
  'retention-holds': kind('accounting', 'Vad som hålls kvar', 'Hva som holdes tilbake', 'What is held back'),
  'retention-runs': kind('accounting', 'Gallringar', 'Slettinger', 'Retention runs'),
  municipalities: kind(
    'running',
    'Uppgifter om kommunen',
    'Opplysninger om kommunen',
    'What the municipality says of itself',
  ),
}
