import type { EventContent } from '../calendar/event-content.js'
import type { PostContent } from '../community/post-content.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import type { Content, ModeratedKind } from './working-document.js'
import { idOf as id } from '../shared/reference.js'

type Row = Record<string, unknown>

const row = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {})
const orNull = <T>(value: unknown): T | null =>
  value === undefined || value === '' ? null : (value as T | null)
const ids = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(id).filter((each): each is string => each !== null) : []
const list = <T = string>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])

/** Instants are kept as `2026-12-01T17:00:00Z`: one spelling, so that they can be compared as text. */
export function instant(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const time = new Date(value as string).getTime()
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
/** An occurrence is named by its original start: an instant, or a date for an all-day event. */
const occurrence = (value: unknown): string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : (instant(value) ?? '')
/** When an occurrence is instead; what cannot be read stays as it is, to be refused by its name. */
const newTime = (value: unknown): string | null => orNull(occurrence(value) || value)

function eventContent(doc: Row): EventContent {
  const address = row(doc.address)
  const price = row(doc.price)
  const contact = row(doc.contact)
  return {
    title: orNull(doc.title),
    summary: orNull(doc.summary),
    body: doc.body ?? null,
    language: orNull(doc.language),
    translations: list(doc.translations)
      .map(row)
      .map((each) => ({
        language: String(each.language ?? ''),
        title: orNull(each.title),
        summary: orNull(each.summary),
        body: each.body ?? null,
      })),
    categories: ids(doc.categories),
    audiences: list(doc.audiences),
    areas: list(doc.areas),
    ageFrom: orNull(doc.ageFrom),
    ageTo: orNull(doc.ageTo),
    coOrganisers: ids(doc.coOrganisers),
    place: id(doc.place),
    address: {
      name: orNull(address.name),
      address: orNull(address.address),
      latitude: orNull(address.latitude),
      longitude: orNull(address.longitude),
    },
    attendance: orNull<EventContent['attendance']>(doc.attendance) ?? 'in-person',
    onlineUrl: orNull(doc.onlineUrl),
    accessibility: list(doc.accessibility),
    price: {
      free: price.free === true,
      from: orNull(price.from),
      to: orNull(price.to),
      currency: orNull(price.currency),
      note: orNull(price.note),
    },
    bookingUrl: orNull(doc.bookingUrl),
    bookingCloses: instant(doc.bookingCloses),
    capacityNote: orNull(doc.capacityNote),
    pictures: ids(doc.pictures),
    contact: {
      name: orNull(contact.name),
      email: orNull(contact.email),
      phone: orNull(contact.phone),
      consentReference: orNull(contact.consentReference),
      consentUntil: instant(contact.consentUntil),
    },
    visibleFrom: instant(doc.visibleFrom),
    visibleUntil: instant(doc.visibleUntil),
    umbrella: id(doc.umbrella),
    allDay: doc.allDay === true,
    start: instant(doc.start),
    end: instant(doc.end),
    startDate: orNull(doc.startDate),
    endDate: orNull(doc.endDate),
    zone: orNull(doc.zone),
    recurrenceRule: orNull(doc.recurrenceRule),
    exceptions: list(doc.exceptions).map(occurrence),
    additions: list(doc.additions).map(occurrence),
    overrides: list(doc.overrides)
      .map(row)
      .map((each) => ({
        occurrence: occurrence(each.occurrence),
        start: newTime(each.start),
        end: newTime(each.end),
        place: id(each.place),
        note: orNull(each.note),
      })),
  }
}

function postContent(doc: Row): PostContent {
  return {
    title: orNull(doc.title),
    body: doc.body ?? null,
    language: orNull(doc.language),
    translations: list(doc.translations)
      .map(row)
      .map((each) => ({
        language: String(each.language ?? ''),
        title: orNull(each.title),
        body: each.body ?? null,
      })),
    type: orNull<PostContent['type']>(doc.type) ?? 'news',
    categories: ids(doc.categories),
    audiences: list(doc.audiences),
    areas: list(doc.areas),
    pictures: ids(doc.pictures),
    link: orNull(doc.link),
    visibleFrom: instant(doc.visibleFrom),
    visibleUntil: instant(doc.visibleUntil),
    importance: orNull<PostContent['importance']>(doc.importance) ?? 'normal',
  }
}

function profileContent(doc: Row): ProfileContent {
  const contact = row(doc.contact)
  return {
    name: orNull(doc.name),
    description: orNull(doc.description),
    contact: {
      email: orNull(contact.email),
      emailPublic: contact.emailPublic === true,
      phone: orNull(contact.phone),
      phonePublic: contact.phonePublic === true,
      website: orNull(contact.website),
      websitePublic: contact.websitePublic === true,
    },
    logo: id(doc.logo),
  }
}

/** The content of a document as its native fields hold it: relations as ids, instants in one spelling, nothing undefined. */
export function contentOf(kind: ModeratedKind, doc: Record<string, unknown>): Content {
  if (kind === 'event') return eventContent(doc)
  return kind === 'post' ? postContent(doc) : profileContent(doc)
}

/** Names of the fields that are content, for telling edits from forged columns. */
export const contentFields: Record<ModeratedKind, readonly string[]> = {
  event: Object.keys(eventContent({})),
  post: Object.keys(postContent({})),
  organisation: Object.keys(profileContent({})),
}

/** Fields whose content differs between two revisions, with both values, in the order of the form. */
export function changedFields(
  before: Content | null,
  after: Content | null,
): { field: string; before: unknown; after: unknown }[] {
  const old = row(before)
  const now = row(after)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => canonical(old[field]) !== canonical(now[field]))
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }))
}

/** JSON with keys in one order, so that equal values are equal texts whichever database kept them. */
export function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
