import { Temporal } from 'temporal-polyfill'
import type { Announcements, EventContent } from '../../calendar/event-content.js'
import type { PostContent } from '../../community/post-content.js'
import { resolveDay } from './demo-days.js'
import type { Demo, DemoEvent, DemoFate, DemoPost, ResolvedDemo, ResolvedFate } from './demo-shape.js'
import { fjordvik } from './fjordvik/fjordvik.js'
import { hagby } from './hagby/hagby.js'
import { resolveMoment, resolveWhen, type ResolvedWhen, type Seeding } from './resolve-when.js'
import { toLexical } from './to-lexical.js'

export const demos = { hagby, fjordvik } satisfies Record<string, Demo>
export type DemoSlug = keyof typeof demos

const currencies = { SE: 'SEK', NO: 'NOK' } as const

function priceOf(event: DemoEvent, country: 'SE' | 'NO'): EventContent['price'] {
  const note = event.priceNote ?? null
  if (event.price === undefined) return { free: true, from: null, to: null, currency: null, note }
  const [from, to] = typeof event.price === 'number' ? [event.price, event.price] : event.price
  return { free: false, from, to, currency: currencies[country], note }
}

function announcementsOf(event: DemoEvent, when: ResolvedWhen): Announcements {
  const announcements: Announcements = { series: null, occurrences: {} }
  for (const { status, reason, nth } of event.announce ?? []) {
    const occurrence = when.occurrences[(nth ?? 1) - 1]
    if (!occurrence) throw new RangeError(`${event.key} has no occurrence number ${nth}`)
    const previousStart = status === 'postponed' ? occurrence : null
    const announced = { status, reason, previousStart }
    if (nth === undefined) announcements.series = announced
    else announcements.occurrences[occurrence] = announced
  }
  return announcements
}

function fateOf<Edit, Content>(
  fate: DemoFate<Edit> | undefined,
  withEdit: (edit: Edit) => Content,
): ResolvedFate<Content> {
  if (!fate) return { outcome: 'approved' }
  if (fate.outcome === 'scheduled') return { outcome: 'scheduled' }
  if (fate.outcome !== 'approved-with-pending-edit') return fate
  return { outcome: fate.outcome, edit: withEdit(fate.edit) }
}

const visibleFrom = (fate: DemoFate<unknown> | undefined, seeding: Seeding) =>
  fate?.outcome === 'scheduled' ? resolveMoment(fate.visibleFrom, seeding) : null

function resolveEvent(event: DemoEvent, { municipality }: Demo, seeding: Seeding) {
  const { occurrences, ...times } = resolveWhen(event.when, seeding)
  const { booking, contact } = event
  const content: EventContent = {
    title: event.title,
    summary: event.summary,
    body: toLexical(event.body),
    language: event.language ?? municipality.languages[0] ?? null,
    translations: (event.translations ?? []).map((words) => ({ ...words, body: toLexical(words.body) })),
    categories: event.categories,
    audiences: event.audiences ?? [],
    areas: event.areas ?? [],
    ageFrom: event.age?.[0] ?? null,
    ageTo: event.age?.[1] ?? null,
    coOrganisers: event.coOrganisers ?? [],
    place: event.place ?? null,
    address: event.address ?? { name: null, address: null, latitude: null, longitude: null },
    attendance: event.attendance ?? 'in-person',
    onlineUrl: event.onlineUrl ?? null,
    accessibility: event.accessibility ?? [],
    price: priceOf(event, municipality.country),
    bookingUrl: booking?.url ?? null,
    bookingCloses: booking?.closes ? resolveMoment(booking.closes, seeding) : null,
    capacityNote: event.capacityNote ?? null,
    pictures: event.pictures ?? [],
    contact: {
      name: contact?.name ?? null,
      email: contact?.email ?? null,
      phone: null,
      consentReference: null,
      consentUntil: null,
    },
    visibleFrom: visibleFrom(event.fate, seeding),
    visibleUntil: null,
    umbrella: event.umbrella ?? null,
    ...times,
  }
  const fate = fateOf(event.fate, ({ body, ...words }) => ({
    ...content,
    ...words,
    ...(body ? { body: toLexical(body) } : {}),
  }))
  const announcements = announcementsOf(event, { occurrences, ...times })
  return { key: event.key, organisation: event.organisation, content, announcements, fate }
}

function resolvePost(post: DemoPost, { municipality }: Demo, seeding: Seeding) {
  const until = post.visibleUntil
  const lastDay = until === undefined ? null : resolveDay(until, seeding.today, seeding.zone)
  const content: PostContent = {
    title: post.title,
    body: toLexical(post.body),
    language: post.language ?? municipality.languages[0] ?? null,
    translations: (post.translations ?? []).map((words) => ({ ...words, body: toLexical(words.body) })),
    type: post.type,
    categories: post.categories,
    audiences: post.audiences ?? [],
    areas: post.areas ?? [],
    pictures: post.pictures ?? [],
    link: post.link ?? null,
    visibleFrom: visibleFrom(post.fate, seeding),
    // The last day counts whole.
    visibleUntil: lastDay && lastDay.add({ days: 1 }).toZonedDateTime(seeding.zone).toInstant().toString(),
    importance: post.importance ?? 'normal',
  }
  const fate = fateOf(post.fate, ({ body, ...words }) => ({
    ...content,
    ...words,
    ...(body ? { body: toLexical(body) } : {}),
  }))
  return { key: post.key, organisation: post.organisation, content, pinned: post.pinned ?? false, fate }
}

/**
 * The whole demo of one municipality as contents with instants, for the twelve months after `today` (`YYYY-MM-DD` in
 * the municipality's zone). Throws a RangeError where `today` is no date.
 */
export function resolveDemo(slug: DemoSlug, today: string): ResolvedDemo {
  const demo: Demo = demos[slug]
  const seeding = { today: Temporal.PlainDate.from(today), zone: demo.municipality.zone }
  return {
    ...demo,
    events: demo.events.map((event) => resolveEvent(event, demo, seeding)),
    posts: demo.posts.map((post) => resolvePost(post, demo, seeding)),
  }
}
