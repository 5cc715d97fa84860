import type { PageLanguage } from './pages/page-words.js'

/** What the page of a shared preview says about itself. */
export const shareWords: Record<
  PageLanguage,
  Record<
    | 'unpublished'
    | 'change'
    | 'published'
    | 'until'
    | 'keep'
    | 'otherLanguages'
    | 'goneTitle'
    | 'gone'
    | 'wait',
    string
  >
> = {
  sv: {
    unpublished: 'Inte publicerat. Det här är en förhandsvisning.',
    change: 'En ändring som inte är publicerad. Invånarna ser en annan version.',
    published: 'Det här är publicerat. Invånarna ser det så här.',
    until: 'Länken gäller till {at}.',
    keep: 'Den som har länken kan se sidan. Dela den bara med dem som behöver den.',
    otherLanguages: 'Språk',
    goneTitle: 'Här finns inget att se',
    gone: 'Länken har gått ut, dragits tillbaka eller har aldrig funnits. Fråga den som gav dig den.',
    wait: 'Det blev för många frågor härifrån. Försök igen om en stund.',
  },
  nb: {
    unpublished: 'Ikke publisert. Dette er en forhåndsvisning.',
    change: 'En endring som ikke er publisert. Innbyggerne ser en annen versjon.',
    published: 'Dette er publisert. Innbyggerne ser det slik.',
    until: 'Lenken gjelder til {at}.',
    keep: 'Den som har lenken, kan se siden. Del den bare med dem som trenger den.',
    otherLanguages: 'Språk',
    goneTitle: 'Her er det ingenting å se',
    gone: 'Lenken er utløpt, trukket tilbake eller har aldri vært her. Spør den som ga deg den.',
    wait: 'Det kom for mange spørsmål herfra. Prøv igjen om litt.',
  },
  en: {
    unpublished: 'Not published. This is a preview.',
    change: 'A change that is not published. Citizens see another version.',
    published: 'This is published. Citizens see it like this.',
    until: 'The link holds until {at}.',
    keep: 'Whoever has the link can see the page. Share it only with those who need it.',
    otherLanguages: 'Languages',
    goneTitle: 'There is nothing to see here',
    gone: 'The link has ended, was taken back or never was. Ask whoever gave it to you.',
    wait: 'Too many questions came from here. Try again in a while.',
  },
}
