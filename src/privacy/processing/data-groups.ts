import type { StoredData } from './stored-data.js'
import { words } from '../retention/retention-row.js'

/** Kinds of data as a data-protection officer reads them, in the order in which they are told. */
export const dataGroups = {
  texts: words(
    'Titlar, texter och meddelanden',
    'Titler, tekster og meldinger',
    'Titles, texts and messages',
  ),
  places: words('Adresser och lägen', 'Adresser og posisjoner', 'Addresses and positions'),
  links: words('Länkar', 'Lenker', 'Links'),
  pictures: words(
    'Bilder och vad som sägs om dem',
    'Bilder og det som sies om dem',
    'Pictures and what is said of them',
  ),
  copies: words(
    'Hela kopior av innehållet, så som det sparades eller beslutades',
    'Hele kopier av innholdet, slik det ble lagret eller avgjort',
    'Whole copies of the content, as it was saved or decided',
  ),
  contacts: words(
    'Kontaktuppgifter: namn, e-postadress, telefonnummer',
    'Kontaktopplysninger: navn, e-postadresse, telefonnummer',
    'Contact data: name, e-mail address, telephone number',
  ),
  consents: words(
    'Samtycken: hänvisning, omfattning, hur länge',
    'Samtykker: henvisning, omfang, hvor lenge',
    'Consents: reference, scope, for how long',
  ),
  registers: words(
    'Organisationsnummer och hänvisningar till andra register',
    'Organisasjonsnummer og henvisninger til andre registre',
    'Organisation numbers and references to other registers',
  ),
  doings: words(
    'Vem som gjorde vad och när: skrev, läste, beslutade, och vad som återstår att göra därefter',
    'Hvem som gjorde hva og når: skrev, leste, avgjorde, og det som gjenstår å gjøre etterpå',
    'Who did what and when: wrote, read, decided, and what remains to be done after it',
  ),
  logins: words(
    'Uppgifter om den som loggar in, och tider',
    'Opplysninger om den som logger inn, og tider',
    'Data of whoever logs in, and times',
  ),
} as const
export type DataGroup = keyof typeof dataGroups

/** By the whole path of a field, or by its first part. What is not here is about a login. */
const groupOfField: Record<string, DataGroup> = {
  title: 'texts',
  summary: 'texts',
  body: 'texts',
  overrides: 'texts',
  price: 'texts',
  capacityNote: 'texts',
  translations: 'texts',
  description: 'texts',
  lifeMessage: 'texts',
  message: 'texts',
  explanation: 'texts',
  name: 'texts',
  address: 'places',
  latitude: 'places',
  longitude: 'places',
  searchName: 'places',
  onlineUrl: 'links',
  bookingUrl: 'links',
  link: 'links',
  pictures: 'pictures',
  logo: 'pictures',
  alt: 'pictures',
  credit: 'pictures',
  peopleShown: 'pictures',
  filename: 'pictures',
  sizes: 'pictures',
  content: 'copies',
  approvedSnapshot: 'copies',
  data: 'copies',
  changes: 'copies',
  contact: 'contacts',
  controller: 'contacts',
  dataProtectionContact: 'contacts',
  reportUrl: 'contacts',
  email: 'contacts',
  emailTrace: 'contacts',
  mailRefused: 'contacts',
  consent: 'consents',
  'contact.consentReference': 'consents',
  'contact.consentUntil': 'consents',
  withdrawn: 'consents',
  consentEndedAt: 'consents',
  consentOver: 'consents',
  organisationNumber: 'registers',
  registerReference: 'registers',
  applicationReference: 'registers',
  announcements: 'doings',
  workflow: 'doings',
  pending: 'doings',
  outbox: 'doings',
}

/** Of what is kept about logins only, every field is about a login; elsewhere such a field tells who did something. */
const aboutLogins = ({ fields }: StoredData): boolean => (fields.login ?? []).includes('id')

/** The group of a field; null for one that holds words or contacts and stands in no group yet. */
export function groupOf(stored: StoredData, path: string): DataGroup | null {
  const named = groupOfField[path] ?? groupOfField[path.split('.')[0]!]
  const { login = [], contact = [], content = [] } = stored.fields
  const onlyLogin = login.includes(path) && !contact.includes(path) && !content.includes(path)
  if (onlyLogin) return aboutLogins(stored) ? 'logins' : 'doings'
  return named ?? null
}

/** The kinds of data that something holds, each once, in the order of the groups. */
export function groupsOf(stored: StoredData): DataGroup[] {
  const found = new Set(
    Object.values(stored.fields)
      .flat()
      .map((path) => groupOf(stored, path)),
  )
  return (Object.keys(dataGroups) as DataGroup[]).filter((group) => found.has(group))
}
