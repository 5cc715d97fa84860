import type { FieldFault } from '../shared/errors.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import { Faults, isEmpty, limits, missingAltTexts, type PictureForCheck, required } from './validation.js'

/** What a saved profile may never hold. */
export function lenientProfile(content: ProfileContent): FieldFault[] {
  const faults = new Faults()
  faults.line('name', content.name, limits.organisation)
  faults.text('description', content.description, 2_000)
  faults.line('logo', content.logo, limits.name)
  if (!faults.object('contact', content.contact)) return faults.found
  const { email, phone, website, emailPublic, phonePublic, websitePublic } = content.contact
  if (
    faults.line('contact.email', email, limits.contact) &&
    !isEmpty(email) &&
    !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email)
  )
    faults.add('contact.email', 'format', 'This must be an e-mail address.')
  if (
    faults.line('contact.phone', phone, limits.contact) &&
    !isEmpty(phone) &&
    !/^\+?[\d\s()/-]{4,30}$/.test(phone)
  )
    faults.add('contact.phone', 'format', 'This must be a telephone number.')
  if (!isEmpty(website)) faults.link('contact.website', website)
  faults.boolean('contact.emailPublic', emailPublic)
  faults.boolean('contact.phonePublic', phonePublic)
  faults.boolean('contact.websitePublic', websitePublic)
  return faults.found
}

/** What a profile must have before it is submitted, beside that. */
export function strictProfile(
  content: ProfileContent,
  context: { pictures: readonly PictureForCheck[] },
): FieldFault[] {
  const faults = lenientProfile(content)
  if (faults.length > 0) return faults
  if (isEmpty(content.name)) faults.push(required('name', 'Write the name of the organisation.'))
  return [...faults, ...missingAltTexts(context.pictures, content.logo ? [content.logo] : [])]
}
