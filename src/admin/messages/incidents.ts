import type { Labels } from '../../moderation/reasons.js'
import type { IncidentCategory, IncidentKind, Reporting } from '../../privacy/incidents/incident.js'

/** Words of the register of incidents. */
// prettier-ignore
export const incidentLabels = {
  title: { sv: 'Incidenter', nb: 'Avvik', en: 'Incidents' },
  intro: { sv: 'Personuppgiftsincidenter, och om de är anmälda till tillsynsmyndigheten inom 72 timmar (GDPR artikel 33). Skriv aldrig någons namn här.', nb: 'Brudd på personopplysningssikkerheten, og om de er meldt til tilsynsmyndigheten innen 72 timer (GDPR artikkel 33). Skriv aldri noens navn her.', en: 'Breaches of personal data, and whether they are reported to the authority within 72 hours (GDPR article 33). Never write anybody’s name here.' },
  notForYou: { sv: 'Sidan är för granskare och för kommunens administratör.', nb: 'Siden er for revisorer og for kommunens administrator.', en: 'This page is for auditors and for the admin of the municipality.' },
  none: { sv: 'Inga incidenter är registrerade.', nb: 'Ingen avvik er registrert.', en: 'No incidents are registered.' },
  asFile: { sv: 'Ladda ner som fil (JSON)', nb: 'Last ned som fil (JSON)', en: 'Download as a file (JSON)' },
  left: { sv: '{n} h kvar att anmäla', nb: '{n} t igjen til å melde', en: '{n} h left to report' },
  leftLess: { sv: 'mindre än en timme kvar att anmäla', nb: 'under en time igjen til å melde', en: 'less than an hour left to report' },
  late: { sv: '{n} h för sent', nb: '{n} t for sent', en: '{n} h late' },
  lateLess: { sv: 'mindre än en timme för sent', nb: 'under en time for sent', en: 'less than an hour late' },
  inTime: { sv: 'anmäld i tid', nb: 'meldt i tide', en: 'reported in time' },
  reportedLate: { sv: 'anmäld för sent', nb: 'meldt for sent', en: 'reported late' },
  notNeeded: { sv: 'behöver inte anmälas', nb: 'trenger ikke å meldes', en: 'need not be reported' },
  by: { sv: 'Senast {at}', nb: 'Senest {at}', en: 'By {at}' },
  closed: { sv: 'Avslutad', nb: 'Avsluttet', en: 'Closed' },
  kind: { sv: 'Vad som hände', nb: 'Hva som skjedde', en: 'What happened' },
  discoveredAt: { sv: 'Upptäckt (kommunens tid)', nb: 'Oppdaget (kommunens tid)', en: 'Discovered (time of the municipality)' },
  categories: { sv: 'Vilka uppgifter det gäller', nb: 'Hvilke opplysninger det gjelder', en: 'Which data it concerns' },
  people: { sv: 'Ungefär hur många personer (tomt om det inte är känt)', nb: 'Omtrent hvor mange personer (tomt hvis det ikke er kjent)', en: 'About how many people (empty if not known)' },
  unknown: { sv: 'inte känt', nb: 'ikke kjent', en: 'not known' },
  consequences: { sv: 'Följder', nb: 'Følger', en: 'Consequences' },
  measures: { sv: 'Åtgärder', nb: 'Tiltak', en: 'Measures' },
  authority: { sv: 'Anmäld till tillsynsmyndigheten', nb: 'Meldt til tilsynsmyndigheten', en: 'Reported to the authority' },
  authorityAt: { sv: 'Anmäld när', nb: 'Meldt når', en: 'Reported when' },
  authorityReason: { sv: 'Varför för sent, eller varför det inte behövs', nb: 'Hvorfor for sent, eller hvorfor det ikke trengs', en: 'Why late, or why it is not needed' },
  told: { sv: 'De berörda underrättade', nb: 'De berørte underrettet', en: 'The people concerned told' },
  toldAt: { sv: 'Underrättade när', nb: 'Underrettet når', en: 'Told when' },
  close: { sv: 'Avsluta incidenten', nb: 'Avslutt avviket', en: 'Close the incident' },
  register: { sv: 'Registrera en incident', nb: 'Registrer et avvik', en: 'Register an incident' },
  registerWhy: { sv: 'De 72 timmarna räknas från upptäckten. Det som inte är känt än läggs till senare; det som står ändras aldrig.', nb: 'De 72 timene regnes fra oppdagelsen. Det som ikke er kjent ennå, legges til senere; det som står, endres aldri.', en: 'The 72 hours count from the discovery. What is not known yet is added later; what stands is never changed.' },
  add: { sv: 'Lägg till vad som är känt nu', nb: 'Legg til det som er kjent nå', en: 'Add what is known now' },
  save: { sv: 'Spara i registret', nb: 'Lagre i registeret', en: 'Save in the register' },
  saving: { sv: 'Sparar …', nb: 'Lagrer …', en: 'Saving …' },
  saved: { sv: 'Sparat i registret.', nb: 'Lagret i registeret.', en: 'Saved in the register.' },
  cancel: { sv: 'Avbryt', nb: 'Avbryt', en: 'Cancel' },
  history: { sv: 'Alla uppgifter ({n})', nb: 'Alle opplysninger ({n})', en: 'All entries ({n})' },
  entry: { sv: 'Uppgift {n}, {at}', nb: 'Opplysning {n}, {at}', en: 'Entry {n}, {at}' },
  openOnes: { sv: 'Öppna incidenter', nb: 'Åpne avvik', en: 'Open incidents' },
} as const satisfies Record<string, Labels>

// prettier-ignore
export const incidentKindLabels: Record<IncidentKind, Labels> = {
  'published-wrongly': { sv: 'Publicerat av misstag', nb: 'Publisert ved en feil', en: 'Published by mistake' },
  'sent-wrongly': { sv: 'Skickat till fel mottagare', nb: 'Sendt til feil mottaker', en: 'Sent to the wrong recipient' },
  'unauthorised-access': { sv: 'Obehörig åtkomst', nb: 'Uautorisert tilgang', en: 'Unauthorised access' },
  'login-misused': { sv: 'En inloggning har missbrukats', nb: 'En innlogging er misbrukt', en: 'A login was misused' },
  'device-lost': { sv: 'En enhet är borta', nb: 'En enhet er borte', en: 'A device is lost' },
  'data-lost': { sv: 'Uppgifter är borta', nb: 'Opplysninger er borte', en: 'Data are lost' },
  'data-changed': { sv: 'Uppgifter har ändrats', nb: 'Opplysninger er endret', en: 'Data were changed' },
  other: { sv: 'Annat', nb: 'Annet', en: 'Other' },
}

// prettier-ignore
export const incidentCategoryLabels: Record<IncidentCategory, Labels> = {
  login: { sv: 'Inloggningar', nb: 'Innlogginger', en: 'Logins' },
  contact: { sv: 'Kontaktuppgifter', nb: 'Kontaktopplysninger', en: 'Contact data' },
  content: { sv: 'Texter där någon är namngiven', nb: 'Tekster der noen er navngitt', en: 'Texts that name somebody' },
  pictures: { sv: 'Bilder där någon syns', nb: 'Bilder der noen er synlige', en: 'Pictures that show somebody' },
  'identity-numbers': { sv: 'Personnummer', nb: 'Fødselsnumre', en: 'Identity numbers' },
  sensitive: { sv: 'Känsliga uppgifter', nb: 'Særlige kategorier', en: 'Special categories' },
}

// prettier-ignore
export const reportingLabels: Record<Reporting, Labels> = {
  'not-yet': { sv: 'Inte än', nb: 'Ikke ennå', en: 'Not yet' },
  done: { sv: 'Ja', nb: 'Ja', en: 'Yes' },
  'not-needed': { sv: 'Behövs inte', nb: 'Trengs ikke', en: 'Not needed' },
}
