import { reasonLists, type Labels } from '../moderation/reasons.js'
import type { PublicationState } from './publication.js'

/** The publication state in the words that editors and authors read. */
export const publicationLabels: Record<PublicationState, Labels> = {
  none: { sv: 'Inte publicerat', nb: 'Ikke publisert', en: 'Not public' },
  scheduled: { sv: 'Schemalagt', nb: 'Planlagt', en: 'Scheduled' },
  live: { sv: 'Publikt nu', nb: 'Publisert nå', en: 'Public now' },
  expired: { sv: 'Har gått ut', nb: 'Utløpt', en: 'Expired' },
  withdrawn: { sv: 'Återkallat', nb: 'Trukket tilbake', en: 'Withdrawn' },
  removed: { sv: 'Borttaget', nb: 'Fjernet', en: 'Removed' },
  erased: { sv: 'Raderat', nb: 'Slettet', en: 'Erased' },
}

const announced: Record<string, Labels> = reasonLists.announcement

/** The reason code of an announcement in the words that citizens read; nothing for a code that is not in the list. */
export const announcedReason = (code: string | null | undefined, language: keyof Labels): string =>
  announced[code ?? '']?.[language] ?? ''

const takenDown: Record<string, Labels> = { ...reasonLists.refusal, ...reasonLists.withdrawal }

/** Why something was taken down in the words that citizens read; nothing where the code says nothing to them. */
export const takenDownReason = (code: string | null | undefined, language: keyof Labels): string =>
  code === 'other' ? '' : (takenDown[code ?? '']?.[language] ?? '')
