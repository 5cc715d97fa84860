import type { Labels } from './reasons.js'

type Reasons = Record<string, Labels>

/**
 * What an editor usually writes when asking for changes. A municipality replaces any of them by its own words; `{title}`,
 * `{organisation}` and `{rule}` are filled in.
 */
const changes: Reasons = {
  incomplete: {
    sv: 'Tack för ”{title}”. Innan vi kan publicera behöver vi några uppgifter till: \nFyll i dem och skicka in igen, så tittar vi på det på nytt.',
    nb: 'Takk for «{title}». Før vi kan publisere, trenger vi noen flere opplysninger: \nFyll dem inn og send på nytt, så ser vi på det igjen.',
    en: 'Thank you for “{title}”. Before we can publish it we need a few more facts: \nFill them in and submit it again, and we will take another look.',
  },
  'personal-data': {
    sv: 'I ”{title}” finns uppgifter om en person. Ta bort dem, eller ange att personen har sagt ja, och skicka in igen.',
    nb: 'I «{title}» står det opplysninger om en person. Ta dem bort, eller oppgi at personen har samtykket, og send på nytt.',
    en: '“{title}” contains data about a person. Take it out, or say that the person has agreed, and submit it again.',
  },
  commercial: {
    sv: '”{title}” läses som reklam. Skriv om det så att det handlar om vad invånarna är välkomna till, och skicka in igen.',
    nb: '«{title}» leses som reklame. Skriv om det slik at det handler om hva innbyggerne er velkomne til, og send på nytt.',
    en: '“{title}” reads as advertising. Rewrite it so that it is about what citizens are welcome to, and submit it again.',
  },
  'not-local': {
    sv: 'Vi ser inte hur ”{title}” rör kommunen. Skriv det i texten och skicka in igen.',
    nb: 'Vi ser ikke hvordan «{title}» gjelder kommunen. Skriv det i teksten og send på nytt.',
    en: 'We cannot see what “{title}” has to do with the municipality. Say so in the text and submit it again.',
  },
  duplicate: {
    sv: '”{title}” verkar redan finnas. Är det något annat, skriv vad som skiljer och skicka in igen.',
    nb: '«{title}» ser ut til å finnes fra før. Er det noe annet, skriv hva som er forskjellen og send på nytt.',
    en: '“{title}” seems to be there already. If it is something else, say what differs and submit it again.',
  },
}

const rejection: Reasons = {
  incomplete: {
    sv: '”{title}” kan inte publiceras, eftersom viktiga uppgifter saknas: ',
    nb: '«{title}» kan ikke publiseres, fordi viktige opplysninger mangler: ',
    en: '“{title}” cannot be published because important facts are missing: ',
  },
  'personal-data': {
    sv: '”{title}” kan inte publiceras, eftersom texten eller bilden innehåller uppgifter om en person som inte har sagt ja till det.',
    nb: '«{title}» kan ikke publiseres, fordi teksten eller bildet inneholder opplysninger om en person som ikke har samtykket.',
    en: '“{title}” cannot be published because its text or picture contains data about a person who has not agreed to it.',
  },
  'not-local': {
    sv: '”{title}” kan inte publiceras här, eftersom det inte rör kommunen eller dess invånare.',
    nb: '«{title}» kan ikke publiseres her, fordi det ikke gjelder kommunen eller dens innbyggere.',
    en: '“{title}” cannot be published here because it does not concern the municipality or those who live in it.',
  },
  commercial: {
    sv: '”{title}” kan inte publiceras, eftersom kommunens sidor inte är till för reklam.',
    nb: '«{title}» kan ikke publiseres, fordi kommunens sider ikke er til for reklame.',
    en: '“{title}” cannot be published because the municipality’s pages are not there for advertising.',
  },
  duplicate: {
    sv: '”{title}” är redan publicerat, så vi har inte publicerat det en gång till.',
    nb: '«{title}» er allerede publisert, så vi har ikke publisert det en gang til.',
    en: '“{title}” has been published already, so we have not published it a second time.',
  },
  illegal: {
    sv: '”{title}” kan inte publiceras, eftersom innehållet strider mot lagen: ',
    nb: '«{title}» kan ikke publiseres, fordi innholdet er i strid med loven: ',
    en: '“{title}” cannot be published because its content is against the law: ',
  },
}

/** Of a house rule, whichever it is. */
export const usualOfRules = {
  changes: {
    sv: '”{title}” följer inte en av våra regler: {rule} Ändra det och skicka in igen.',
    nb: '«{title}» følger ikke en av reglene våre: {rule} Endre det og send på nytt.',
    en: '“{title}” does not follow one of our rules: {rule} Change that and submit it again.',
  },
  refusal: {
    sv: '”{title}” kan inte publiceras, eftersom det inte följer våra regler: {rule}',
    nb: '«{title}» kan ikke publiseres, fordi det ikke følger reglene våre: {rule}',
    en: '“{title}” cannot be published because it does not follow our rules: {rule}',
  },
} as const

export const usualTexts = { changes, refusal: rejection } as const
