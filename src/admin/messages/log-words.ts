import { reasonLists, type Labels } from '../../moderation/reasons.js'
import { stateLabels } from '../../moderation/state-labels.js'
import { organisationStateLabels } from '../../organisations/state-labels.js'
import { publicationLabels } from '../../publication/publication-labels.js'
import { happenedLabels } from '../../moderation/notices/happened.js'

const kinds: Record<string, Labels> = {
  event: { sv: 'Evenemang', nb: 'Arrangement', en: 'Event' },
  post: { sv: 'Inlägg', nb: 'Innlegg', en: 'Post' },
  organisation: { sv: 'Organisation', nb: 'Organisasjon', en: 'Organisation' },
  place: { sv: 'Plats', nb: 'Sted', en: 'Place' },
  category: { sv: 'Kategori', nb: 'Kategori', en: 'Category' },
  municipality: { sv: 'Kommun', nb: 'Kommune', en: 'Municipality' },
  media: { sv: 'Bild', nb: 'Bilde', en: 'Picture' },
  webhook: { sv: 'Webhook', nb: 'Webhook', en: 'Webhook' },
}

const states: Record<string, Labels> = {
  ...organisationStateLabels,
  ...stateLabels,
  new: { sv: 'Nytt', nb: 'Nytt', en: 'New' },
  gone: { sv: 'Borta', nb: 'Borte', en: 'Gone' },
  open: { sv: 'Öppen', nb: 'Åpen', en: 'Open' },
  closed: { sv: 'Stängd', nb: 'Stengt', en: 'Closed' },
  none: { sv: 'Inga igenkännbara', nb: 'Ingen gjenkjennelige', en: 'Nobody recognisable' },
  'consent-held': { sv: 'Samtycke finns', nb: 'Samtykke finnes', en: 'Consent is held' },
  'public-gathering': { sv: 'Offentlig samling', nb: 'Offentlig samling', en: 'Public gathering' },
  'consent-ended': { sv: 'Samtycket slut', nb: 'Samtykket utløpt', en: 'Consent ended' },
  'consent-withdrawn': {
    sv: 'Samtycket återkallat',
    nb: 'Samtykket trukket tilbake',
    en: 'Consent taken back',
  },
}

const rules: Record<string, Labels> = {
  'mode-post': { sv: 'Granskas i efterhand', nb: 'Gjennomgås i etterkant', en: 'Reviewed afterwards' },
  trust: { sv: 'Betrodd organisation', nb: 'Betrodd organisasjon', en: 'Trusted organisation' },
}

const grounds: Record<string, Labels> = {
  'house-rules': { sv: 'Ordningsreglerna', nb: 'Husreglene', en: 'The house rules' },
  'illegal-content': { sv: 'Olagligt innehåll', nb: 'Ulovlig innhold', en: 'Illegal content' },
}

const reasonsOf: Record<string, keyof typeof reasonLists> = {
  withdraw: 'withdrawal',
  announce: 'announcement',
  erase: 'erasure',
}

/** The same code says different things of different decisions: an organiser withdraws, or is prevented. */
export const reasonWords = (action: unknown): Record<string, Labels> =>
  reasonLists[reasonsOf[String(action)] ?? 'refusal']

/** The words for what the log keeps as codes, by field. A code of a municipality's own house rules is shown as it is. */
export const logWords: Record<string, Record<string, Labels>> = {
  action: happenedLabels,
  kind: kinds,
  fromState: states,
  toState: states,
  publication: publicationLabels,
  rule: rules,
  ground: grounds,
  override: reasonLists.override,
}
