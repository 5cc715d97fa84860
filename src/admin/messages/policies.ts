import type { Labels } from '../../moderation/reasons.js'
import type { PolicyStanding } from '../../privacy/policies/policy-version.js'

/** Words of the terms for those who publish. */
// prettier-ignore
export const policyLabels = {
  title: { sv: 'Villkor', nb: 'Vilkår', en: 'Terms' },
  intro: { sv: 'Det som gäller för dem som publicerar i kommunen. Den version som gäller godkänns innan något skickas in.', nb: 'Det som gjelder for dem som publiserer i kommunen. Versjonen som gjelder, godtas før noe sendes inn.', en: 'What holds for those who publish in the municipality. The version in force is accepted before anything is submitted.' },
  none: { sv: 'Kommunen har inga villkor än.', nb: 'Kommunen har ingen vilkår ennå.', en: 'The municipality has no terms yet.' },
  notForYou: { sv: 'Sidan är för dem som hör till en kommun.', nb: 'Siden er for dem som hører til en kommune.', en: 'This page is for those who belong to a municipality.' },
  version: { sv: 'Version {n}', nb: 'Versjon {n}', en: 'Version {n}' },
  from: { sv: 'Från {day}', nb: 'Fra {day}', en: 'From {day}' },
  accepted: { sv: 'Du godkände den {at}.', nb: 'Du godtok den {at}.', en: 'You accepted it on {at}.' },
  changed: { sv: 'Det här är nytt', nb: 'Dette er nytt', en: 'What is new' },
  text: { sv: 'Läs villkoren', nb: 'Les vilkårene', en: 'Read the terms' },
  accept: { sv: 'Jag godkänner villkoren', nb: 'Jeg godtar vilkårene', en: 'I accept the terms' },
  accepting: { sv: 'Sparar …', nb: 'Lagrer …', en: 'Saving …' },
  done: { sv: 'Du har godkänt villkoren.', nb: 'Du har godtatt vilkårene.', en: 'You have accepted the terms.' },
  needed: { sv: 'Godkänn villkoren för {name}', nb: 'Godta vilkårene for {name}', en: 'Accept the terms of {name}' },
  neededWhy: { sv: 'Du kan skriva som vanligt. Innan du skickar in något behöver du läsa och godkänna dem.', nb: 'Du kan skrive som vanlig. Før du sender inn noe, må du lese og godta dem.', en: 'You can write as usual. Before you submit anything, read and accept them.' },
  coming: { sv: 'Nya villkor för {name} från {day}', nb: 'Nye vilkår for {name} fra {day}', en: 'New terms of {name} from {day}' },
  comingWhy: { sv: 'Du kan godkänna dem redan nu.', nb: 'Du kan godta dem allerede nå.', en: 'You can accept them already now.' },
  firstStep: { sv: 'Först: kommunens villkor', nb: 'Først: kommunens vilkår', en: 'First: the terms of the municipality' },
  publish: { sv: 'Publicera en ny version', nb: 'Publiser en ny versjon', en: 'Publish a new version' },
  publishWhy: { sv: 'En publicerad version går inte att ändra eller ta tillbaka; en ny ersätter den. Alla som arbetar i eller publicerar för kommunen får veta det.', nb: 'En publisert versjon kan ikke endres eller trekkes tilbake; en ny erstatter den. Alle som arbeider i eller publiserer for kommunen, får vite det.', en: 'A published version cannot be changed or taken back; a new one replaces it. Everybody who works in or publishes for the municipality is told.' },
  validFrom: { sv: 'Gäller från och med', nb: 'Gjelder fra og med', en: 'In force from' },
  textIn: { sv: 'Villkoren på {language}', nb: 'Vilkårene på {language}', en: 'The terms in {language}' },
  changesIn: { sv: 'Vad som ändras, på {language}', nb: 'Hva som endres, på {language}', en: 'What changes, in {language}' },
  doPublish: { sv: 'Publicera versionen', nb: 'Publiser versjonen', en: 'Publish the version' },
  published: { sv: 'Version {n} är publicerad.', nb: 'Versjon {n} er publisert.', en: 'Version {n} is published.' },
} as const satisfies Record<string, Labels>

// prettier-ignore
export const policyStandingLabels: Record<PolicyStanding, Labels> = {
  past: { sv: 'Gällde tidigare', nb: 'Gjaldt tidligere', en: 'Was in force' },
  'in-force': { sv: 'Gäller', nb: 'Gjelder', en: 'In force' },
  coming: { sv: 'Kommer', nb: 'Kommer', en: 'Coming' },
}

/** Languages as they stand in a sentence, where we have a name for them. */
// prettier-ignore
export const languageLabels: Record<string, Labels> = {
  sv: { sv: 'svenska', nb: 'svensk', en: 'Swedish' },
  nb: { sv: 'norska', nb: 'norsk bokmål', en: 'Norwegian' },
  nn: { sv: 'nynorska', nb: 'nynorsk', en: 'Norwegian Nynorsk' },
  en: { sv: 'engelska', nb: 'engelsk', en: 'English' },
  da: { sv: 'danska', nb: 'dansk', en: 'Danish' },
  fi: { sv: 'finska', nb: 'finsk', en: 'Finnish' },
}
