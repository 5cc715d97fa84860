import type { Labels } from '../../moderation/reasons.js'

/** What follows from an action where it is otherwise than for most, by collection and action. */
export const ownOutcomes: Record<string, Labels> = {
  'places withdraw': {
    sv: 'Den försvinner ur det publika registret genast. Evenemang som använder den visar den fortfarande; nästa beslut om något som använder den öppnar den igen.',
    nb: 'Det forsvinner fra det offentlige registeret straks. Arrangementer som bruker det, viser det fortsatt; neste avgjørelse om noe som bruker det, åpner det igjen.',
    en: 'It leaves the public register at once. Events that use it still show it; the next decision about something that uses it opens it again.',
  },
  'places erase': {
    sv: 'Namn, adress och läge förstörs, också i varje evenemang som använder den: de visar ingen plats längre, och organisationerna får veta det. Det går inte att ångra.',
    nb: 'Navn, adresse og posisjon slettes, også i hvert arrangement som bruker det: de viser ikke noe sted lenger, og organisasjonene får vite det. Det kan ikke angres.',
    en: 'Its name, address and position are destroyed, also in every event that uses it: those show no place any more, and their organisations are told. This cannot be undone.',
  },
  'events erase': {
    sv: 'Text, historik och bilder förstörs, och platser som bara det här evenemanget använde och som ingen redaktör har lagt in. Det går inte att ångra.',
    nb: 'Tekst, historikk og bilder slettes, og steder som bare dette arrangementet brukte, og som ingen redaktør har lagt inn. Det kan ikke angres.',
    en: 'Text, history and pictures are destroyed, and places that only this event used and no editor entered. This cannot be undone.',
  },
}
