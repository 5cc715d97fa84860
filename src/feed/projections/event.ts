import type { Announcements, EventContent } from '../../calendar/event-content.js'
import { dayAt, isDay, startOfDay } from '../../calendar/zoned-time.js'
import type { EventData, PictureFacts, PlaceFacts } from '../../publication/public-data.js'
import { toRichText } from '../../publication/rich-text.js'
import { slugOf } from '../../publication/slug.js'

/** What an approved snapshot knows of others: their words and pictures as they were when it was decided. */
export interface KnownOthers {
  organisation: { id: string; name: string }
  coOrganisers: { id: string; name: string }[]
  places: Record<string, PlaceFacts>
  pictures: Record<string, PictureFacts>
  categories: Record<string, string>
}

/** For questions about time alone, where no others matter. */
export const nobodyElse: KnownOthers = {
  organisation: { id: '', name: '' },
  coOrganisers: [],
  places: {},
  pictures: {},
  categories: {},
}

const found = <T>(keys: string[], among: Record<string, T>): T[] =>
  keys.flatMap((key) => (among[key] === undefined ? [] : [among[key]]))

function placeOf(content: EventContent, others: KnownOthers): PlaceFacts | null {
  if (content.attendance === 'online') return null
  if (content.place) return others.places[content.place] ?? null
  const { name, address, latitude, longitude } = content.address
  return name || address ? { id: null, name: name ?? address ?? '', address, latitude, longitude } : null
}

function overridesOf(content: EventContent, announced: Announcements, others: KnownOthers) {
  const changed = new Map(content.overrides.map((each) => [each.occurrence, each]))
  // What was said about a time while it was a date is about no time of an event that has hours now.
  const announcedNames = Object.keys(announced.occurrences).filter((name) => isDay(name) === content.allDay)
  const names = new Set([...changed.keys(), ...announcedNames])
  return [...names].sort().map((occurrence) => {
    const override = changed.get(occurrence)
    const said = announced.occurrences[occurrence]
    return {
      occurrence,
      start: override?.start ?? null,
      end: override?.end ?? null,
      place: override?.place ? (others.places[override.place] ?? null) : null,
      status: said?.status ?? null,
      statusReason: said?.reason ?? null,
      note: override?.note ?? null,
    }
  })
}

/** The start before it was moved, written as the event writes its times: hours may have been added or left out since. */
function previousStartOf(announced: Announcements, { allDay, zone }: EventContent): string | null {
  const start = announced.series?.previousStart ?? null
  if (start === null || isDay(start) === allDay) return start
  return allDay ? dayAt(start, zone ?? 'UTC') : startOfDay(start, zone ?? 'UTC').toISOString()
}

/** The contact is shown only under a consent that has not ended. */
function contactOf(content: EventContent, now: Date) {
  const { name, email, phone, consentUntil } = content.contact
  if (!name && !email && !phone) return null
  if (consentUntil && new Date(consentUntil) <= now) return null
  return { name, email, phone }
}

/** The public facts of an event: an allowlist. What is not named here is not public. */
export function projectEvent(
  id: string,
  content: EventContent,
  announced: Announcements,
  others: KnownOthers,
  now: Date,
): EventData {
  const { price, recurrenceRule, allDay } = content
  const priced = price.free || price.from !== null || price.to !== null || price.note !== null
  return {
    kind: 'event',
    id,
    slug: slugOf(content.title ?? ''),
    title: content.title ?? '',
    summary: content.summary,
    body: toRichText(content.body),
    language: content.language ?? '',
    translations: content.translations.map((each) => ({
      language: each.language,
      title: each.title ?? '',
      summary: each.summary,
      body: toRichText(each.body),
    })),
    start: (allDay ? content.startDate : content.start) ?? '',
    end: allDay ? (content.endDate ?? content.startDate) : content.end,
    zone: content.zone ?? 'UTC',
    allDay,
    recurrence: recurrenceRule
      ? { rule: recurrenceRule, exceptions: content.exceptions, additions: content.additions }
      : null,
    overrides: overridesOf(content, announced, others),
    status: announced.series?.status ?? 'scheduled',
    statusReason: announced.series?.reason ?? null,
    previousStart: previousStartOf(announced, content),
    place: placeOf(content, others),
    attendance: content.attendance,
    onlineUrl: content.attendance === 'in-person' ? null : content.onlineUrl,
    organisation: others.organisation,
    coOrganisers: others.coOrganisers.filter((each) => content.coOrganisers.includes(each.id)),
    categories: found(content.categories, others.categories),
    audiences: content.audiences,
    areas: content.areas,
    age:
      content.ageFrom === null && content.ageTo === null
        ? null
        : { from: content.ageFrom, to: content.ageTo },
    accessibility: content.accessibility,
    price: priced ? { ...price } : null,
    booking: content.bookingUrl ? { url: content.bookingUrl, closes: content.bookingCloses } : null,
    capacityNote: content.capacityNote,
    contact: contactOf(content, now),
    pictures: found(content.pictures, others.pictures),
    umbrella: content.umbrella,
  }
}
