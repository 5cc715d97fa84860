import type { Labels } from '../../moderation/reasons.js'
import type { HoldKind, HoldReason } from '../../privacy/retention/holds.js'
import { codeOf, retentionTable } from '../../privacy/retention/retention-table.js'

/** Words of the page that says what is kept, and for how long. */
// prettier-ignore
export const retentionLabels = {
  title: { sv: 'Gallring', nb: 'Lagringstider', en: 'Retention' },
  intro: { sv: 'Vad Torg sparar, varför och hur länge. Det vars tid är slut försvinner natten därpå.', nb: 'Hva Torg lagrer, hvorfor og hvor lenge. Det som har nådd fristen, forsvinner natten etter.', en: 'What Torg keeps, why and for how long. What has come to the end of its time goes the night after.' },
  notForYou: { sv: 'Sidan är för granskare och för kommunens administratör.', nb: 'Siden er for revisorer og for kommunens administrator.', en: 'This page is for auditors and for the admin of the municipality.' },
  table: { sv: 'Vad som sparas', nb: 'Hva som lagres', en: 'What is kept' },
  tableWhy: { sv: 'Längst tid är den som Torg lovar. Kommunens administratör kan välja en kortare.', nb: 'Lengste tid er den Torg lover. Kommunens administrator kan velge en kortere.', en: 'The longest time is what Torg promises. The admin of the municipality may choose a shorter one.' },
  what: { sv: 'Vad', nb: 'Hva', en: 'What' },
  why: { sv: 'Varför', nb: 'Hvorfor', en: 'Why' },
  from: { sv: 'Räknas från', nb: 'Regnes fra', en: 'Counted from' },
  howLong: { sv: 'Hur länge', nb: 'Hvor lenge', en: 'How long' },
  then: { sv: 'Sedan', nb: 'Deretter', en: 'Then' },
  months: { sv: '{n} månader', nb: '{n} måneder', en: '{n} months' },
  month: { sv: '1 månad', nb: '1 måned', en: '1 month' },
  days: { sv: '{n} dagar', nb: '{n} dager', en: '{n} days' },
  day: { sv: '1 dag', nb: '1 dag', en: '1 day' },
  untilNight: { sv: 'Till natten därpå', nb: 'Til natten etter', en: 'Until the night after' },
  atOnce: { sv: 'Tas bort genast', nb: 'Fjernes straks', en: 'Removed at once' },
  shorterHere: { sv: 'kortare här, annars {most}', nb: 'kortere her, ellers {most}', en: 'shorter here, otherwise {most}' },
  change: { sv: 'Ändra', nb: 'Endre', en: 'Change' },
  changeOf: { sv: 'Ändra tiden: {what}', nb: 'Endre tiden: {what}', en: 'Change the time: {what}' },
  ownMonths: { sv: 'Månader ({least}–{n})', nb: 'Måneder ({least}–{n})', en: 'Months ({least}–{n})' },
  ownDays: { sv: 'Dagar ({least}–{n})', nb: 'Dager ({least}–{n})', en: 'Days ({least}–{n})' },
  ownMeans: { sv: 'Det gäller från nästa natt, också det som redan är sparat. Vad som gallras går inte att få tillbaka.', nb: 'Det gjelder fra neste natt, også det som allerede er lagret. Det som slettes, kan ikke hentes tilbake.', en: 'It holds from the next night on, also for what is kept already. What is erased cannot be brought back.' },
  save: { sv: 'Spara', nb: 'Lagre', en: 'Save' },
  back: { sv: 'Så länge som Torg lovar', nb: 'Så lenge som Torg lover', en: 'As long as Torg promises' },
  cancel: { sv: 'Avbryt', nb: 'Avbryt', en: 'Cancel' },
  saved: { sv: 'Sparat.', nb: 'Lagret.', en: 'Saved.' },
  holds: { sv: 'Hålls kvar', nb: 'Holdes tilbake', en: 'Held back' },
  holdsWhy: { sv: 'Det som hålls kvar gallras inte förrän någon släpper det.', nb: 'Det som holdes tilbake, slettes ikke før noen slipper det.', en: 'What is held back is not erased until somebody lets go of it.' },
  noHolds: { sv: 'Inget hålls kvar.', nb: 'Ingenting holdes tilbake.', en: 'Nothing is held back.' },
  since: { sv: 'sedan {day}', nb: 'siden {day}', en: 'since {day}' },
  lift: { sv: 'Släpp', nb: 'Slipp', en: 'Let go' },
  lifted: { sv: 'Släppt. Är tiden slut försvinner det i natt.', nb: 'Sluppet. Er fristen nådd, forsvinner det i natt.', en: 'Let go. If its time is over it goes tonight.' },
  hold: { sv: 'Håll kvar', nb: 'Hold tilbake', en: 'Hold back' },
  holdKind: { sv: 'Typ', nb: 'Type', en: 'Kind' },
  holdWhere: { sv: 'Sidans adress, eller id', nb: 'Sidens adresse, eller id', en: 'Address of its page, or id' },
  holdHow: { sv: 'Öppna det som ska hållas kvar och kopiera adressen.', nb: 'Åpne det som skal holdes tilbake, og kopier adressen.', en: 'Open what is to be held back and copy the address.' },
  holdReason: { sv: 'Skäl', nb: 'Grunn', en: 'Reason' },
  held: { sv: 'Hålls kvar nu.', nb: 'Holdes tilbake nå.', en: 'Held back now.' },
  noId: { sv: 'Här står varken en adress till en sida eller ett id.', nb: 'Her står verken en adresse til en side eller en id.', en: 'This is neither the address of a page nor an id.' },
  notThere: { sv: 'Något sådant finns inte här.', nb: 'Noe slikt finnes ikke her.', en: 'There is nothing like that here.' },
  now: { sv: 'Vad skulle gallras nu?', nb: 'Hva ville slettes nå?', en: 'What would be erased now?' },
  nowWhy: { sv: 'Ingenting ändras av att du frågar.', nb: 'Ingenting endres av at du spør.', en: 'Nothing changes by asking.' },
  ask: { sv: 'Räkna', nb: 'Tell', en: 'Count' },
  asking: { sv: 'Räknar …', nb: 'Teller …', en: 'Counting …' },
  nothingDue: { sv: 'Inget: allt är inom sin tid.', nb: 'Ingenting: alt er innenfor fristen.', en: 'Nothing: everything is within its time.' },
  due: { sv: 'Skulle gallras', nb: 'Ville slettes', en: 'Would be erased' },
  stays: { sv: 'Tiden är slut, men hålls kvar eller väntar på beslut', nb: 'Fristen er nådd, men holdes tilbake eller venter på avgjørelse', en: 'Time over, but held back or waiting for a decision' },
  runs: { sv: 'De senaste nätterna', nb: 'De siste nettene', en: 'The last nights' },
  runsWhy: { sv: 'Antalen står också i loggen, som visar om någon har ändrat dem.', nb: 'Antallene står også i loggen, som viser om noen har endret dem.', en: 'The numbers stand in the log, too, which shows whether somebody has changed them.' },
  noRuns: { sv: 'Gallringen har inte körts än.', nb: 'Slettingen er ikke kjørt ennå.', en: 'Nothing has been run yet.' },
  night: { sv: 'När', nb: 'Når', en: 'When' },
  done: { sv: 'Gallrat', nb: 'Slettet', en: 'Erased' },
  stayed: { sv: 'Kvar trots att tiden är slut', nb: 'Igjen selv om fristen er nådd', en: 'Left though its time is over' },
  nothing: { sv: 'Inget', nb: 'Ingenting', en: 'Nothing' },
  goesOn: { sv: 'Inte klar än', nb: 'Ikke ferdig ennå', en: 'Not finished yet' },
  failed: { sv: 'Gick inte att göra klart: {what}. Försöks igen nästa natt. Säg till den som driver Torg.', nb: 'Kunne ikke gjøres ferdig: {what}. Prøves igjen neste natt. Si fra til den som drifter Torg.', en: 'Could not be finished: {what}. Tried again the next night. Tell whoever runs Torg.' },
} as const satisfies Record<string, Labels>

/** Each category by its code in the log. */
export const categoryLabels: Record<string, Labels> = Object.fromEntries(
  Object.entries(retentionTable).map(([category, { name }]) => [codeOf(category), name]),
)

// prettier-ignore
export const holdReasonLabels: Record<HoldReason, Labels> = {
  'legal-claim': { sv: 'Rättstvist', nb: 'Rettstvist', en: 'Legal claim' },
  'request-under-way': { sv: 'Begäran pågår', nb: 'Krav til behandling', en: 'Request under way' },
  authority: { sv: 'En myndighet har begärt det', nb: 'En myndighet har bedt om det', en: 'An authority asked for it' },
}

// prettier-ignore
export const holdKindLabels: Record<HoldKind, Labels> = {
  event: { sv: 'Evenemang', nb: 'Arrangement', en: 'Event' },
  post: { sv: 'Inlägg', nb: 'Innlegg', en: 'Post' },
  organisation: { sv: 'Organisation', nb: 'Organisasjon', en: 'Organisation' },
  media: { sv: 'Bild', nb: 'Bilde', en: 'Picture' },
  account: { sv: 'Konto', nb: 'Konto', en: 'Account' },
  log: { sv: 'Hela loggen', nb: 'Hele loggen', en: 'The whole log' },
}
