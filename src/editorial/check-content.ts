import { checkRecurrence } from '../calendar/check-recurrence.js'
import { lenientEvent } from '../calendar/lenient-event.js'
import { strayFaults, type Known } from '../calendar/stray-occurrences.js'
import { noAnnouncements, type EventContent } from '../calendar/event-content.js'
import { nobodyElse, projectEvent } from '../feed/projections/event.js'
import { namedBesideItself, strictEvent } from '../calendar/validate-event.js'
import { lenientPost, strictPost } from '../community/validate-post.js'
import type { PostContent } from '../community/post-content.js'
import { lenientProfile, strictProfile } from '../moderation/validate-profile.js'
import type { PictureForCheck } from '../moderation/validation.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import { pictureConsentFault } from '../privacy/consent.js'
import { checkRichText } from '../publication/rich-text.js'
import type { FieldFault } from '../shared/errors.js'
import type { Situation } from './facts.js'
import { picturesForCheck, referencesOf, type PictureWithConsent } from './snapshot.js'
import { vocabularyFaults } from './vocabulary-faults.js'
import type { Content, ModeratedKind, WorkingDocument } from './working-document.js'

/** What may never be saved: wrong types and formats, and rich text with anything but what is allowed in it. */
export function lenientFaults(kind: ModeratedKind, content: Content): FieldFault[] {
  if (kind === 'organisation') return lenientProfile(content as ProfileContent)
  const words = content as EventContent | PostContent
  const faults = kind === 'event' ? lenientEvent(words as EventContent) : lenientPost(words as PostContent)
  return [
    ...faults,
    ...checkRichText(words.body),
    ...rowsOf(words.translations).flatMap((each, index) =>
      checkRichText(each?.body, `translations.${index}.body`),
    ),
  ]
}

/** The rows of what may not be a list yet, and hold anything. */
const rowsOf = (value: unknown) => (Array.isArray(value) ? value : []) as ({ body?: unknown } | null)[]

/** A rule may be well-formed and still be too much together with its start and changes. */
function recurrenceFaults(content: EventContent, now: Date): FieldFault[] {
  const timetable = projectEvent('', content, noAnnouncements, nobodyElse, now)
  return checkRecurrence(timetable, now).map((fault) => ({ ...fault, field: 'recurrenceRule' }))
}

function strictFaults(
  kind: ModeratedKind,
  content: Content,
  pictures: PictureForCheck[],
  now: Date,
): FieldFault[] {
  if (kind === 'organisation') return strictProfile(content as ProfileContent, { pictures })
  if (kind === 'event') {
    const faults = strictEvent(content as EventContent, { pictures, now })
    return faults.length > 0 ? faults : recurrenceFaults(content as EventContent, now)
  }
  return strictPost(content as PostContent, { pictures })
}

/**
 * What is wrong with the content, as strictly as the action asks. Pictures that were decided on before are not asked
 * for their consent: what has ended is left out wherever it would be shown, and nobody's correction stumbles over it.
 */
export async function contentFaults(
  { payload, kind, document, around, write, now }: Situation,
  how: 'lenient' | 'strict',
  content: Content,
  decided: Content | null,
): Promise<FieldFault[]> {
  const faults = lenientFaults(kind, content)
  if (how === 'lenient' || faults.length > 0) return faults
  if (kind !== 'organisation') {
    const unknown = vocabularyFaults(content as EventContent | PostContent, around.municipality)
    if (unknown.length > 0) return unknown
  }
  if (kind === 'event') {
    const beside = namedBesideItself(content as EventContent, document.organisation)
    if (beside.length > 0) return beside
  }
  const used = referencesOf(kind, content).pictures
  const pictures = await picturesForCheck(payload, used, document.municipality, write)
  const before = decided ? referencesOf(kind, decided).pictures : []
  return [
    ...strictFaults(kind, content, pictures, now),
    ...(kind === 'event' ? strayFaults(content as EventContent, knownOf(document), now) : []),
    ...consentFaults(pictures, used, before, now),
  ]
}

/** What citizens know of an event. */
export const knownOf = ({ approvedSnapshot, announcements }: WorkingDocument): Known => ({
  approved: (approvedSnapshot?.content as EventContent | undefined) ?? null,
  said: announcements,
})

/** Pictures of people whose consent is not recorded in full, has ended, or was taken back. */
function consentFaults(
  pictures: PictureWithConsent[],
  used: string[],
  before: string[],
  now: Date,
): FieldFault[] {
  return used.flatMap((id, index): FieldFault[] => {
    const picture = before.includes(id) ? null : pictures.find((one) => one.id === id)
    const fault = picture ? pictureConsentFault(picture.consent, now) : null
    return fault ? [{ field: `pictures.${index}`, ...fault }] : []
  })
}
