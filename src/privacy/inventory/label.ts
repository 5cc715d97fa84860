import { words } from '../retention/retention-row.js'

/**
 * What of a person a field may hold. `login`: of whoever logs in, and what they did. `contact`: by which somebody is
 * reached. `content`: words and pictures in which somebody may be named or seen. `none`: nothing of anybody; there is no
 * fifth, since nothing of those who read is kept.
 */
export const personalLabels = ['login', 'contact', 'content'] as const
export type PersonalLabel = (typeof personalLabels)[number]
/** Several where one column holds several, as a whole copy of an event does. */
export type Label = 'none' | PersonalLabel | readonly [PersonalLabel, PersonalLabel, ...PersonalLabel[]]

/** Each field of a collection by its path (`contact.name`), the parts of lists and groups included. */
export type FieldLabels = Record<string, Label>

/** The labels of a field, one by one; none where it holds nothing of anybody. */
export const personalIn = (label: Label): readonly PersonalLabel[] =>
  label === 'none' ? [] : typeof label === 'string' ? [label] : label

/** What the labels mean, for people. */
export const labelWords: Record<PersonalLabel, ReturnType<typeof words>> = {
  login: words(
    'Inloggning och vad den har använts till: användarnamn, e-postadress om det finns en, roller, inloggningar, vem som gjorde vad',
    'Innlogging og hva den er brukt til: brukernavn, e-postadresse om det finnes en, roller, innlogginger, hvem som gjorde hva',
    'Login and what it was used for: username, e-mail address where there is one, roles, sessions, who did what',
  ),
  contact: words(
    'Kontaktuppgifter: namn, e-postadress, telefonnummer, hänvisning till ett register eller samtycke',
    'Kontaktopplysninger: navn, e-postadresse, telefonnummer, henvisning til et register eller samtykke',
    'Contact data: name, e-mail address, telephone number, reference to a register or a consent',
  ),
  content: words(
    'Texter och bilder där någon kan vara namngiven eller synas',
    'Tekster og bilder der noen kan være navngitt eller synlige',
    'Texts and pictures in which somebody may be named or seen',
  ),
}

/** Whose data they are, for people. */
export const subjectWords: Record<PersonalLabel, ReturnType<typeof words>> = {
  login: words(
    'De som publicerar eller beslutar för kommunen och för organisationer',
    'De som publiserer eller avgjør for kommunen og for organisasjoner',
    'Those who publish or decide for the municipality and for organisations',
  ),
  contact: words(
    'Kontaktpersoner för evenemang, organisationer och kommunen',
    'Kontaktpersoner for arrangementer, organisasjoner og kommunen',
    'Contacts of events, organisations and the municipality',
  ),
  content: words(
    'De som nämns i texter eller syns på bilder',
    'De som er nevnt i tekster eller synlige på bilder',
    'Those who are named in texts or seen in pictures',
  ),
}
