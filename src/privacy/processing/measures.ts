import { words } from '../retention/retention-row.js'
import type { Processing } from './connections.js'

type Words = ReturnType<typeof words>

/** What of a municipality decides which measures hold there. */
export interface Protected {
  secondFactor: 'deciders' | 'everyone'
  loginPolicy: 'any' | 'role-only'
  /** In a demo a second factor is offered and not required. */
  demo: boolean
}

type Setting = Pick<Processing, 'https' | 'ownKeys' | 'connections'>

interface Measure {
  name: Words
  /** Whether it holds with these settings; `null` as municipality asks for the installation as a whole. */
  holds: (setting: Setting, municipality: Protected | null) => boolean
}
const always = () => true

/** What protects what is stored (GDPR, articles 30(1)(g), 30(2)(d) and 32(1)). Only what the program or the settings see to. */
export const measures: Record<string, Measure> = {
  'nothing-of-readers': {
    name: words(
      'Inget om dem som läser sparas eller loggas',
      'Ingenting om dem som leser, lagres eller logges',
      'Nothing about those who read is stored or logged',
    ),
    holds: always,
  },
  'access-by-role': {
    name: words(
      'Åtkomst efter roll, begränsad till kommunen och organisationen',
      'Tilgang etter rolle, begrenset til kommunen og organisasjonen',
      'Access by role, limited to the municipality and the organisation',
    ),
    holds: always,
  },
  'second-factor-deciders': {
    name: words(
      'Tvåfaktorsinloggning för dem som beslutar',
      'Tofaktorinnlogging for dem som avgjør',
      'Second factor for those who decide',
    ),
    holds: (_, municipality) => municipality?.secondFactor === 'deciders' && !municipality.demo,
  },
  'second-factor-everyone': {
    name: words('Tvåfaktorsinloggning för alla', 'Tofaktorinnlogging for alle', 'Second factor for everyone'),
    holds: (_, municipality) => municipality?.secondFactor === 'everyone' && !municipality.demo,
  },
  'role-only': {
    name: words(
      'Bara rollkonton, inga konton för personer',
      'Bare rollekontoer, ingen kontoer for personer',
      'Accounts of roles only, none of persons',
    ),
    holds: (_, municipality) => municipality?.loginPolicy === 'role-only',
  },
  passwords: {
    name: words(
      'Lösenord sparas bara som saltade hashar, och gissningar bromsas',
      'Passord lagres bare som saltede hasher, og gjetting bremses',
      'Passwords are kept as salted hashes only, and guesses are slowed down',
    ),
    holds: always,
  },
  sealed: {
    name: words(
      'E-postadresser till konton och hemligheter för tvåfaktor är krypterade med en nyckel utanför databasen',
      'E-postadresser til kontoer og hemmeligheter for tofaktor er kryptert med en nøkkel utenfor databasen',
      'E-mail addresses of accounts and secrets of second factors are encrypted with a key outside the database',
    ),
    holds: always,
  },
  'own-keys': {
    name: words(
      'Nycklarna kan bytas för sig',
      'Nøklene kan byttes for seg',
      'The keys can be changed by themselves',
    ),
    holds: ({ ownKeys }) => ownKeys,
  },
  https: {
    name: words(
      'Trafiken till dem som använder Torg är krypterad',
      'Trafikken til dem som bruker Torg, er kryptert',
      'What travels to those who use Torg is encrypted',
    ),
    holds: ({ https }) => https,
  },
  'encrypted-beyond': {
    name: words(
      'Det som lämnar maskinen till databas och e-postserver är krypterat',
      'Det som forlater maskinen til database og e-postserver, er kryptert',
      'What leaves the machine for the database and the mail server is encrypted',
    ),
    holds: ({ connections }) =>
      connections.some(({ reach }) => reach === 'elsewhere') &&
      connections.every(({ reach }) => reach !== 'private-network'),
  },
  'private-network': {
    name: words(
      'Databasen nås över ett privat nät som angetts i inställningarna',
      'Databasen nås over et privat nett som er oppgitt i innstillingene',
      'The database is reached over a private network that the settings name',
    ),
    holds: ({ connections }) => connections.some(({ reach }) => reach === 'private-network'),
  },
  'checked-before-publishing': {
    name: words(
      'Texter söks igenom efter personnummer och kontaktuppgifter innan de publiceras',
      'Tekster gjennomsøkes etter fødselsnumre og kontaktopplysninger før de publiseres',
      'Texts are searched for identity numbers and contact data before they are published',
    ),
    holds: always,
  },
  pictures: {
    name: words(
      'Bilder sparas utan kamerauppgifter och position; om personer syns noteras det, och ett samtycke med sitt slut',
      'Bilder lagres uten kameraopplysninger og posisjon; om personer er synlige, noteres det, og et samtykke med sin slutt',
      'Pictures are stored without camera data and position; whether people are seen is recorded, and a consent with its end',
    ),
    holds: always,
  },
  log: {
    name: words(
      'Beslut, inloggningar och ändrade behörigheter loggas i en kedja där ändringar upptäcks',
      'Avgjørelser, innlogginger og endrede tilganger logges i en kjede der endringer oppdages',
      'Decisions, logins and changed rights are logged in a chain in which changes are found',
    ),
    holds: always,
  },
  retention: {
    name: words(
      'Det vars tid är slut raderas varje natt',
      'Det som har nådd fristen, slettes hver natt',
      'What has come to the end of its time is erased every night',
    ),
    holds: always,
  },
}

/** The measures that hold, by code, in the order of the table. */
export const measuresFor = (
  setting: Setting,
  municipality: Protected | null,
): { code: string; name: Words }[] =>
  Object.entries(measures).flatMap(([code, { name, holds }]) =>
    holds(setting, municipality) ? [{ code, name }] : [],
  )
