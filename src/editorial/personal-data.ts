import type { EventContent } from '../calendar/event-content.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import { contactConsentHolds } from '../privacy/consent.js'
import { textFields, type TextField } from '../privacy/find-in-fields.js'
import { isIdentity, type Finding } from '../privacy/kinds.js'
import { looksLikePersonsAddress } from '../privacy/people.js'
import type { ActionInput } from './action-input.js'
import { canonical } from './content.js'
import { findInTexts } from './find-in-texts.js'
import type { Situation } from './facts.js'
import { picturesOf, placesOf, referencesOf } from './snapshot.js'
import type { Content, ModeratedKind, WorkingDocument } from './working-document.js'

/** What is read, and where its pictures and places are looked up. */
type Reading = Pick<Situation, 'payload' | 'kind' | 'document' | 'now'> & { write?: Situation['write'] }

/** Words of others that the content brings along: alt texts and credits of its pictures, names and addresses of places. */
async function wordsOfOthers(situation: Reading, content: Content): Promise<TextField[]> {
  const { payload, kind, document } = situation
  const write = situation.write as Situation['write']
  const refer = referencesOf(kind, content)
  const pictures = await picturesOf(payload, refer.pictures, document.municipality, write)
  const places = await placesOf(payload, refer.places, document.municipality, write)
  const field = (name: string, value: unknown): TextField[] =>
    typeof value === 'string' && value !== '' ? [{ field: name, value }] : []
  return [
    ...pictures.flatMap((row) => {
      const at = `${kind === 'organisation' ? 'logo' : 'pictures'}.${refer.pictures.indexOf(String(row.id))}`
      return [...field(`${at}.alt`, row.alt), ...field(`${at}.credit`, row.credit)]
    }),
    ...places.flatMap((row) => [...field('place', row.name), ...field('place', row.address)]),
  ]
}

/** Whether a finding in the contact's own fields is what they are for: a role's address, or a person's under a consent. */
function isMeant(kind: ModeratedKind, content: Content, { field, kind: found }: Finding, now: Date): boolean {
  if (!/^contact\.(email|phone|website|name)$/.test(field) || isIdentity({ kind: found })) return false
  if (kind === 'organisation') {
    // A profile says for itself which part of its contact is public.
    const { email, emailPublic } = (content as ProfileContent).contact
    return !(field === 'contact.email' && emailPublic && looksLikePersonsAddress(email ?? ''))
  }
  return contactConsentHolds((content as EventContent).contact, now) || found === 'email'
}

/** Everything in the content, and in what it brings along, that looks like personal data. */
export async function personalDataIn(situation: Reading, content: Content): Promise<Finding[]> {
  const { kind, now } = situation
  const texts = [...textFields(content), ...(await wordsOfOthers(situation, content))]
  return findInTexts(texts, now).filter((finding) => !isMeant(kind, content, finding, now))
}

/** Identity numbers in the words that came with an action: they are stored with the decision, and others read them. */
export const numbersInWords = ({ message, note, explanation }: ActionInput, now: Date): Finding[] =>
  findInTexts(textFields({ message, note, explanation }), now).filter(isIdentity)

const top = (field: string) => field.split('.')[0]!
const inside = (content: Content | null, field: string) =>
  (content as Record<string, unknown> | null)?.[field] ?? null

/** Those of some fields that say the same in both. */
export const sameIn = (
  fields: readonly string[],
  { before, after }: { before: Content | null; after: Content | null },
): string[] => fields.filter((field) => canonical(inside(before, field)) === canonical(inside(after, field)))

/** Fields whose numbers an editor has accepted and that say the same as then. */
export const stillAccepted = (
  { content: before, workflow }: Pick<WorkingDocument, 'content' | 'workflow'>,
  content: Content | null,
): string[] => sameIn(workflow.acceptedNumbers ?? [], { before, after: content })

/** Leaves out the numbers that an editor has accepted where they stand. */
export const unacceptedIn = (document: WorkingDocument, content: Content, found: Finding[]): Finding[] => {
  const accepted = stillAccepted(document, content)
  return found.filter((finding) => !isIdentity(finding) || !accepted.includes(top(finding.field)))
}

/** Identity numbers in what waits that no editor has accepted: it is not sent in with them, and shown to nobody else. */
export async function openNumbersIn(reading: Reading): Promise<Finding[]> {
  const { document } = reading
  if (!document.content) return []
  const found = await personalDataIn(reading, document.content)
  return unacceptedIn(document, document.content, found).filter(isIdentity)
}
