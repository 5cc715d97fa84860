import type { FieldFault } from '../shared/errors.js'
import { findPersonalData } from './find-personal-data.js'
import { looksLikeName, looksLikePersonsAddress } from './people.js'

/** A contact that may become public. */
export interface PublishedContact {
  name: string | null
  email: string | null
  phone: string | null
  /** Where the consent is kept; never whose it is. */
  consentReference: string | null
  /** When it ends: an instant. */
  consentUntil: string | null
}

const isEmpty = (text: string | null | undefined): boolean => !text || text.trim() === ''

/** Whether the contact is a person and not a role. */
const isPerson = ({ name, email }: PublishedContact): boolean =>
  (!isEmpty(name) && looksLikeName(name!)) || (!isEmpty(email) && looksLikePersonsAddress(email!))

/**
 * Whether the contact has a telephone number, and nothing says that it is not somebody's own: an address of a role
 * (`kansli@`) does.
 */
const hasOwnNumber = ({ email, phone }: PublishedContact): boolean =>
  !isEmpty(phone) && (isEmpty(email) || looksLikePersonsAddress(email!))

/** Whether a consent is recorded for the contact that has not ended. */
export const contactConsentHolds = (
  { consentReference, consentUntil }: PublishedContact,
  now: Date,
): boolean =>
  !isEmpty(consentReference) && (consentUntil === null || Date.parse(consentUntil) > now.getTime())

/**
 * What a contact needs before it is submitted. Whoever is named is so only under a consent that can be shown (GDPR,
 * Article 7(1)), a person's ends on a day. A telephone number needs one too unless the address of a role stands beside
 * it; an address of the association needs none.
 */
export function contactFaults(contact: PublishedContact, now: Date): FieldFault[] {
  const fault = (field: string, code: string, message: string): FieldFault => ({
    field: `contact.${field}`,
    code,
    message,
  })
  const person = isPerson(contact)
  const faults: FieldFault[] = []
  const needsConsent = !isEmpty(contact.name) || person || hasOwnNumber(contact)
  if (isEmpty(contact.consentReference) && needsConsent)
    faults.push(fault('consentReference', 'required', 'Say where the consent of the contact person is kept.'))
  if (person && !isEmpty(contact.consentReference) && isEmpty(contact.consentUntil))
    faults.push(
      fault('consentUntil', 'required', 'Say until when the contact person has agreed to be shown.'),
    )
  if (namesSomebody(contact.consentReference, now))
    faults.push(fault('consentReference', 'names-person', namesNobody))
  return faults
}

export const namesNobody =
  'Give a number or the name of a file, never the name, number or address of a person.'

/** Whether the reference of a consent names the person who gave it, or holds an address or number of anybody. */
export const namesSomebody = (reference: string | null | undefined, now: Date): boolean =>
  !isEmpty(reference) && (looksLikeName(reference!) || findPersonalData(reference!, now).length > 0)

/** What is known of the people in a picture. */
export interface PictureConsent {
  peopleShown: 'none' | 'consent-held' | 'public-gathering'
  scope: string | null
  reference: string | null
  validUntil: string | null
  /** Somebody who is shown took the consent back, or objects. For good. */
  withdrawn: boolean
  /** When the consent ended last, by its date or by being taken back. */
  endedAt: string | null
}

/**
 * Whether a picture may be shown in what was decided at a time. A consent that has ended takes it out of everything
 * that was decided before, also where another consent came later: then somebody decides on it anew.
 */
export function pictureMayBeShown(consent: PictureConsent, decidedAt: string, now: Date): boolean {
  const { peopleShown, validUntil, withdrawn, endedAt } = consent
  if (withdrawn || (endedAt !== null && Date.parse(endedAt) >= Date.parse(decidedAt))) return false
  return peopleShown !== 'consent-held' || validUntil === null || Date.parse(validUntil) > now.getTime()
}

/** Why a picture cannot be submitted as it is; null where it can. */
export function pictureConsentFault(consent: PictureConsent, now: Date): Omit<FieldFault, 'field'> | null {
  const { peopleShown, scope, reference, validUntil, withdrawn } = consent
  if (withdrawn)
    return {
      code: 'consent-withdrawn',
      message: 'The consent for this picture was taken back. Take it away.',
    }
  if (peopleShown !== 'consent-held') return null
  if (isEmpty(scope) || isEmpty(reference) || validUntil === null)
    return {
      code: 'consent-missing',
      message: 'Say what the consent for this picture covers, where it is kept, and until when it holds.',
    }
  return Date.parse(validUntil) > now.getTime()
    ? null
    : {
        code: 'consent-ended',
        message: 'The consent for this picture has ended. Take it away, or record a new one.',
      }
}

/** What is said of the people who are shown, as a text to compare: who they are, and until when they agree. */
export const peopleFacts = (row: Record<string, unknown>): string =>
  JSON.stringify([row.peopleShown, recordOf(row).validUntil ?? null])

/**
 * Whether less is said of a consent than before: that none is needed, no day on which it ends, or no longer what it
 * covers or where it is kept, so that nobody could show it any more (GDPR, Article 7(1)).
 */
export function loosensConsent(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  if (before.peopleShown !== 'consent-held') return false
  const [told, tells] = [recordOf(before), recordOf(after)]
  const leftOut = (part: 'scope' | 'reference') => !isEmpty(told[part]) && isEmpty(tells[part])
  return after.peopleShown !== 'consent-held' || !tells.validUntil || leftOut('scope') || leftOut('reference')
}

const recordOf = (row: Record<string, unknown>) =>
  (row.consent ?? {}) as { scope?: string | null; reference?: string | null; validUntil?: unknown }
