import type { Labels } from '../../moderation/reasons.js'
import type { ShownConnection } from '../../privacy/processing/connections.js'

/** Words of the page with both records of processing. */
// prettier-ignore
export const processingLabels = {
  title: { sv: 'Register över behandlingar', nb: 'Protokoll over behandlinger', en: 'Records of processing' },
  intro: { sv: 'Vad som görs med personuppgifter i Torg, gjort av programmets egna tabeller och inställningar. Det är alltid som det är nu.', nb: 'Hva som gjøres med personopplysninger i Torg, laget av programmets egne tabeller og innstillinger. Det er alltid slik det er nå.', en: 'What is done with personal data in Torg, made of the program’s own tables and settings. It is always as things are now.' },
  notForYou: { sv: 'Sidan är för granskare, för kommunens administratör och för den som driver Torg.', nb: 'Siden er for revisorer, for kommunens administrator og for den som drifter Torg.', en: 'This page is for auditors, for the admin of the municipality and for whoever runs Torg.' },
  languages: { sv: 'Språk för registret', nb: 'Språk for protokollet', en: 'Language of the records' },
  asFile: { sv: 'Ladda ner som fil (JSON)', nb: 'Last ned som fil (JSON)', en: 'Download as a file (JSON)' },
  toPublic: { sv: 'Det här får alla läsa', nb: 'Dette får alle lese', en: 'What everybody can read' },
  asController: { sv: 'Kommunen som personuppgiftsansvarig (GDPR artikel 30.1)', nb: 'Kommunen som behandlingsansvarlig (GDPR artikkel 30.1)', en: 'The municipality as controller (GDPR article 30(1))' },
  asProcessor: { sv: 'Den som driver Torg, som personuppgiftsbiträde (GDPR artikel 30.2)', nb: 'Den som drifter Torg, som databehandler (GDPR artikkel 30.2)', en: 'Whoever runs Torg, as processor (GDPR article 30(2))' },
  controller: { sv: 'Personuppgiftsansvarig', nb: 'Behandlingsansvarlig', en: 'Controller' },
  officer: { sv: 'Kontakt i dataskyddsfrågor', nb: 'Kontakt i personvernspørsmål', en: 'Data-protection contact' },
  operator: { sv: 'Driver Torg (personuppgiftsbiträde)', nb: 'Drifter Torg (databehandler)', en: 'Runs Torg (processor)' },
  notNamed: { sv: 'Inte angivet', nb: 'Ikke oppgitt', en: 'Not stated' },
  ground: { sv: 'Rättslig grund: {ground}', nb: 'Rettslig grunnlag: {ground}', en: 'Legal ground: {ground}' },
  whose: { sv: 'Vilka det gäller, och vilka uppgifter', nb: 'Hvem det gjelder, og hvilke opplysninger', en: 'Whose data, and which' },
  stored: { sv: 'Vad', nb: 'Hva', en: 'What' },
  fields: { sv: 'Vilka uppgifter', nb: 'Hvilke opplysninger', en: 'Which data' },
  howLong: { sv: 'Hur länge', nb: 'Hvor lenge', en: 'For how long' },
  technicalNames: { sv: 'Fältens tekniska namn', nb: 'Feltenes tekniske navn', en: 'Technical names of the fields' },
  recipients: { sv: 'Mottagare', nb: 'Mottakere', en: 'Recipients' },
  providers: { sv: 'Leverantörer', nb: 'Leverandører', en: 'Providers' },
  noProviders: { sv: 'Inga andra leverantörer behandlar uppgifterna.', nb: 'Ingen andre leverandører behandler opplysningene.', en: 'No other providers handle the data.' },
  unknownProviders: { sv: 'Inget är angivet. Den som driver Torg anger leverantörer och länder i inställningen TORG_PROCESSORS.', nb: 'Ingenting er oppgitt. Den som drifter Torg, oppgir leverandører og land i innstillingen TORG_PROCESSORS.', en: 'Nothing is stated. Whoever runs Torg states providers and countries in the setting TORG_PROCESSORS.' },
  transfers: { sv: 'Överföring utanför EU och EES', nb: 'Overføring utenfor EU og EØS', en: 'Transfers outside the EU and the EEA' },
  noTransfers: { sv: 'Ingen är angiven.', nb: 'Ingen er oppgitt.', en: 'None is stated.' },
  connections: { sv: 'Anslutningar som Torg gör', nb: 'Forbindelser som Torg gjør', en: 'Connections that Torg makes' },
  noConnections: { sv: 'Inga: databasen ligger i en fil på samma maskin och ingen e-post skickas.', nb: 'Ingen: databasen ligger i en fil på samme maskin, og ingen e-post sendes.', en: 'None: the database is a file on the same machine and no e-mail is sent.' },
  database: { sv: 'Databas', nb: 'Database', en: 'Database' },
  mail: { sv: 'E-post', nb: 'E-post', en: 'E-mail' },
  declared: { sv: 'angiven: {name}', nb: 'oppgitt: {name}', en: 'stated: {name}' },
  undeclared: { sv: 'inte angiven som någons', nb: 'ikke oppgitt som noens', en: 'not stated as anybody’s' },
  webhooks: { sv: 'Kommunens egna system får bud om ändringar (webhooks): {n}. De får id, koder och tider, inget om människor.', nb: 'Kommunens egne systemer får bud om endringer (webhooks): {n}. De får id, koder og tider, ingenting om mennesker.', en: 'Systems of the municipality’s own that are told of changes (webhooks): {n}. They get ids, codes and times, nothing about people.' },
  measures: { sv: 'Skydd', nb: 'Vern', en: 'Protection' },
  done: { sv: 'Vad som görs för varje kommun', nb: 'Hva som gjøres for hver kommune', en: 'What is done for each municipality' },
} as const satisfies Record<string, Labels>

// prettier-ignore
export const reachLabels: Record<ShownConnection['reach'], Labels> = {
  'this-machine': { sv: 'samma maskin', nb: 'samme maskin', en: 'the same machine' },
  'private-network': { sv: 'privat nät', nb: 'privat nett', en: 'private network' },
  elsewhere: { sv: 'annan plats', nb: 'et annet sted', en: 'elsewhere' },
}
