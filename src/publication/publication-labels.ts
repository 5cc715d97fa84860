import type { PublicationState } from './publication.js'

/** The publication state in the words that editors and authors read. */
export const publicationLabels: Record<PublicationState, { sv: string; nb: string; en: string }> = {
  none: { sv: 'Inte publicerat', nb: 'Ikke publisert', en: 'Not public' },
  scheduled: { sv: 'Schemalagt', nb: 'Planlagt', en: 'Scheduled' },
  live: { sv: 'Publikt nu', nb: 'Publisert nå', en: 'Public now' },
  expired: { sv: 'Har gått ut', nb: 'Utløpt', en: 'Expired' },
  withdrawn: { sv: 'Återkallat', nb: 'Trukket tilbake', en: 'Withdrawn' },
  removed: { sv: 'Borttaget', nb: 'Fjernet', en: 'Removed' },
  erased: { sv: 'Raderat', nb: 'Slettet', en: 'Erased' },
}
