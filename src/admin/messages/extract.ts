import type { Labels } from '../../moderation/reasons.js'
import type { ExtractPart } from '../../privacy/extract/extract-parts.js'

/** Words of the page that shows what is stored about one's own account. */
// prettier-ignore
export const extractLabels = {
  title: { sv: 'Det som är sparat om mitt konto', nb: 'Det som er lagret om kontoen min', en: 'What is stored about my account' },
  intro: { sv: 'Allt som Torg har sparat om kontot {name}, {when}. Lösenord och koder är sparade så att ingen kan läsa dem, och visas inte.', nb: 'Alt Torg har lagret om kontoen {name}, {when}. Passord og koder er lagret slik at ingen kan lese dem, og vises ikke.', en: 'All that Torg has stored about the account {name}, {when}. Passwords and codes are kept so that nobody can read them, and are not shown.' },
  howLong: { sv: 'Hur länge var och en av uppgifterna sparas står i kommunens gallringstider. Fråga kommunen om något är fel.', nb: 'Hvor lenge hver av opplysningene lagres, står i kommunens lagringstider. Spør kommunen hvis noe er feil.', en: 'How long each of these is kept, the municipality can tell. Ask it if something is wrong.' },
  asFile: { sv: 'Ladda ner som fil (JSON)', nb: 'Last ned som fil (JSON)', en: 'Download as a file (JSON)' },
  nothing: { sv: 'Inget.', nb: 'Ingenting.', en: 'Nothing.' },
  contents: { sv: 'Innehåll', nb: 'Innhold', en: 'Contents' },
  yes: { sv: 'ja', nb: 'ja', en: 'yes' },
} as const satisfies Record<string, Labels>

// prettier-ignore
export const partLabels: Record<ExtractPart, Labels> = {
  account: { sv: 'Kontot', nb: 'Kontoen', en: 'The account' },
  roles: { sv: 'Behörigheter', nb: 'Roller', en: 'Roles' },
  login: { sv: 'Lösenord och enheter', nb: 'Passord og enheter', en: 'Password and devices' },
  sessions: { sv: 'Inloggningar', nb: 'Innlogginger', en: 'Logins' },
  codes: { sv: 'Engångskoder som du fått eller gett', nb: 'Engangskoder du har fått eller gitt', en: 'One-time codes that you were given or gave' },
  notices: { sv: 'Aviseringar till dig, vad du läst och e-post som väntar', nb: 'Varsler til deg, hva du har lest og e-post som venter', en: 'Notices to you, what you have read and e-mail that waits' },
  settings: { sv: 'Inställningar för din skärm', nb: 'Innstillinger for skjermen din', en: 'Settings of your screen' },
  documents: { sv: 'Innehåll där du står', nb: 'Innhold der du står', en: 'Content that names you' },
  versions: { sv: 'Versioner som du skrev eller beslutade', nb: 'Versjoner du skrev eller avgjorde', en: 'Versions that you wrote or decided on' },
  pictures: { sv: 'Bilder som du laddade upp', nb: 'Bilder du lastet opp', en: 'Pictures that you uploaded' },
  links: { sv: 'Delningslänkar som du gjorde', nb: 'Delingslenker du laget', en: 'Links to previews that you made' },
  log: { sv: 'Poster i loggen', nb: 'Poster i loggen', en: 'Entries of the log' },
  holds: { sv: 'Om kontot hålls kvar', nb: 'Om kontoen holdes tilbake', en: 'Whether the account is held back' },
}

/** Codes that stand nowhere else in words. */
// prettier-ignore
export const ownCodeLabels: Record<string, Labels> = {
  person: { sv: 'Person', nb: 'Person', en: 'Person' },
  role: { sv: 'Roll', nb: 'Rolle', en: 'Role' },
  machine: { sv: 'Maskin', nb: 'Maskin', en: 'Machine' },
  sv: { sv: 'svenska', nb: 'svensk', en: 'Swedish' },
  nb: { sv: 'norska', nb: 'norsk bokmål', en: 'Norwegian' },
  en: { sv: 'engelska', nb: 'engelsk', en: 'English' },
  session: { sv: 'inloggad', nb: 'innlogget', en: 'logged in' },
  steps: { sv: 'halvvägs in', nb: 'halvveis inne', en: 'half-way in' },
  password: { sv: 'för lösenord', nb: 'for passord', en: 'for a password' },
  all: { sv: 'för lösenord, alla enheter slutar', nb: 'for passord, alle enheter avsluttes', en: 'for a password, all devices end' },
  device: { sv: 'för en enhet', nb: 'for en enhet', en: 'for a device' },
  'hand-over': { sv: 'för att ta över en organisation', nb: 'for å overta en organisasjon', en: 'for taking over an organisation' },
  membership: { sv: 'för en behörighet', nb: 'for en rolle', en: 'for a role' },
  notice: { sv: 'avisering', nb: 'varsel', en: 'notice' },
  morning: { sv: 'morgonens sammanställning', nb: 'morgenens oversikt', en: 'summary of the morning' },
  unused: { sv: 'oanvänt', nb: 'ubrukt', en: 'unused' },
  calendar: { sv: 'Kalender', nb: 'Kalender', en: 'Calendar' },
  community: { sv: 'Community', nb: 'Community', en: 'Community' },
  internal: { sv: 'Torg kunde inte göra meddelandet', nb: 'Torg kunne ikke lage meldingen', en: 'Torg could not make the message' },
  settled: { sv: 'klart', nb: 'ferdig', en: 'done' },
}

/** As what somebody stands in the record of a document; what is being carried out or waits names them deeper down. */
// prettier-ignore
export const namedAsLabels: Record<string, Labels> = {
  savedBy: { sv: 'den som sparade senast', nb: 'den som lagret sist', en: 'who saved last' },
  submittedBy: { sv: 'den som skickade in', nb: 'den som sendte inn', en: 'who submitted' },
  decidedBy: { sv: 'den som beslutade', nb: 'den som avgjorde', en: 'who decided' },
  refusedBy: { sv: 'den som sa nej', nb: 'den som sa nei', en: 'who refused' },
  claimedBy: { sv: 'den som har tagit den', nb: 'den som har tatt den', en: 'who has claimed it' },
  objection: { sv: 'den som invände', nb: 'den som innvendte', en: 'who objected' },
  pending: { sv: 'den vars beslut väntar på att gå ut', nb: 'den som har en avgjørelse som venter', en: 'whose decision waits to go out' },
  outbox: { sv: 'den vars beslut skrivs in just nu', nb: 'den som har en avgjørelse som skrives inn nå', en: 'whose decision is being written in now' },
}

/** Why an e-mail did not go out: the server's answer keeps its number, for whoever runs it. */
// prettier-ignore
export const mailFaultLabels: Labels = { sv: 'E-postservern tog inte emot det ({code})', nb: 'E-postserveren tok ikke imot det ({code})', en: 'The mail server did not take it ({code})' }

/** What a row says, by the name of its column. */
// prettier-ignore
export const factLabels: Record<string, Labels> = {
  username: { sv: 'Användarnamn', nb: 'Brukernavn', en: 'Username' },
  email: { sv: 'E-postadress', nb: 'E-postadresse', en: 'E-mail address' },
  kind: { sv: 'Typ', nb: 'Type', en: 'Kind' },
  roleTitle: { sv: 'Roll som andra ser', nb: 'Rolle som andre ser', en: 'Role title shown to others' },
  language: { sv: 'Språk', nb: 'Språk', en: 'Language' },
  noticeMail: { sv: 'Aviseringar med e-post', nb: 'Varsler på e-post', en: 'Notices by e-mail' },
  mailRefused: { sv: 'Adressen tog inte emot e-post', nb: 'Adressen tok ikke imot e-post', en: 'The address took no e-mail' },
  disabled: { sv: 'Avstängt', nb: 'Deaktivert', en: 'Disabled' },
  disabledBecause: { sv: 'Varför avstängt', nb: 'Hvorfor deaktivert', en: 'Why disabled' },
  disabledOn: { sv: 'Avstängt sedan', nb: 'Deaktivert siden', en: 'Disabled since' },
  lastActive: { sv: 'Senast använt', nb: 'Sist brukt', en: 'Last used' },
  activeFrom: { sv: 'Användning räknas från', nb: 'Bruk regnes fra', en: 'Use counted from' },
  createdAt: { sv: 'Skapat', nb: 'Opprettet', en: 'Made' },
  updatedAt: { sv: 'Senast ändrat', nb: 'Sist endret', en: 'Last changed' },
  municipality: { sv: 'Kommun', nb: 'Kommune', en: 'Municipality' },
  organisation: { sv: 'Organisation', nb: 'Organisasjon', en: 'Organisation' },
  role: { sv: 'Roll', nb: 'Rolle', en: 'Role' },
  surfaces: { sv: 'Ytor', nb: 'Flater', en: 'Surfaces' },
  approvesOrganisations: { sv: 'Får godkänna organisationer', nb: 'Kan godkjenne organisasjoner', en: 'May approve organisations' },
  reviewedOn: { sv: 'Genomgången', nb: 'Gjennomgått', en: 'Reviewed' },
  passwordKept: { sv: 'Ett lösenord är sparat', nb: 'Et passord er lagret', en: 'A password is kept' },
  devices: { sv: 'Enheter som visar koder', nb: 'Enheter som viser koder', en: 'Devices that show codes' },
  recoveryCodesLeft: { sv: 'Reservkoder kvar', nb: 'Reservekoder igjen', en: 'Recovery codes left' },
  addedDevicesOfAnother: { sv: 'Enheter som du lade till på ett annat konto', nb: 'Enheter du la til på en annen konto', en: 'Devices that you added to another account' },
  number: { sv: 'Nummer', nb: 'Nummer', en: 'Number' },
  label: { sv: 'Namn', nb: 'Navn', en: 'Name' },
  addedOn: { sv: 'Tillagd', nb: 'Lagt til', en: 'Added' },
  lastUsedOn: { sv: 'Senast använd', nb: 'Sist brukt', en: 'Last used' },
  endedOn: { sv: 'Avslutad', nb: 'Avsluttet', en: 'Ended' },
  purpose: { sv: 'För vad', nb: 'For hva', en: 'What for' },
  began: { sv: 'Började', nb: 'Begynte', en: 'Began' },
  ends: { sv: 'Slutar', nb: 'Slutter', en: 'Ends' },
  device: { sv: 'Enhet', nb: 'Enhet', en: 'Device' },
  used: { sv: 'Använd', nb: 'Brukt', en: 'Used' },
  at: { sv: 'När', nb: 'Når', en: 'When' },
  action: { sv: 'Vad som hände', nb: 'Hva som skjedde', en: 'What happened' },
  title: { sv: 'Rubrik', nb: 'Tittel', en: 'Title' },
  name: { sv: 'Namn', nb: 'Navn', en: 'Name' },
  message: { sv: 'Meddelande', nb: 'Melding', en: 'Message' },
  reason: { sv: 'Skäl', nb: 'Grunn', en: 'Reason' },
  readUntil: { sv: 'Allt läst till', nb: 'Alt lest til', en: 'All read until' },
  read: { sv: 'Läst därefter', nb: 'Lest deretter', en: 'Read after that' },
  notice: { sv: 'Avisering', nb: 'Varsel', en: 'Notice' },
  nextAt: { sv: 'Skickas tidigast', nb: 'Sendes tidligst', en: 'Sent at the earliest' },
  attempts: { sv: 'Försök', nb: 'Forsøk', en: 'Attempts' },
  fault: { sv: 'Senaste felet', nb: 'Siste feil', en: 'Last fault' },
  until: { sv: 'Gäller till', nb: 'Gjelder til', en: 'Holds until' },
  key: { sv: 'Inställning', nb: 'Innstilling', en: 'Setting' },
  value: { sv: 'Värde', nb: 'Verdi', en: 'Value' },
  state: { sv: 'Läge', nb: 'Status', en: 'State' },
  publication: { sv: 'Publicering', nb: 'Publisering', en: 'Publication' },
  namedAs: { sv: 'Du står som', nb: 'Du står som', en: 'You stand as' },
  document: { sv: 'Vad', nb: 'Hva', en: 'What' },
  revision: { sv: 'Version', nb: 'Versjon', en: 'Revision' },
  alt: { sv: 'Alternativtext', nb: 'Alternativ tekst', en: 'Alternative text' },
  credit: { sv: 'Fotograf eller källa', nb: 'Fotograf eller kilde', en: 'Credit' },
  since: { sv: 'Sedan', nb: 'Siden', en: 'Since' },
}
