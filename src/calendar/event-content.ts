/**
 * The editable content of one revision of an event, as it lies in the `content` and `approvedSnapshot` columns and as
 * the API takes it (`POST /api/events`, `PATCH /api/events/{id}`). Ids are document ids; instants are RFC 3339 in UTC;
 * dates are `YYYY-MM-DD`. Municipality, organisation, workflow state and event status are not content.
 */
export interface EventContent {
  title: string | null
  summary: string | null
  /** The editor's own document tree (Lexical); projected to a small safe one. */
  body: unknown
  language: string | null
  translations: { language: string; title: string | null; summary: string | null; body: unknown }[]
  categories: string[]
  audiences: string[]
  areas: string[]
  ageFrom: number | null
  ageTo: number | null
  /** Ids of organisations named beside the organiser. */
  coOrganisers: string[]
  /** Id of a place in the registry, or a free address. */
  place: string | null
  address: { name: string | null; address: string | null; latitude: number | null; longitude: number | null }
  attendance: 'in-person' | 'online' | 'mixed'
  onlineUrl: string | null
  accessibility: string[]
  price: {
    free: boolean
    from: number | null
    to: number | null
    currency: string | null
    note: string | null
  }
  bookingUrl: string | null
  bookingCloses: string | null
  capacityNote: string | null
  /** Ids of media. */
  pictures: string[]
  contact: {
    name: string | null
    email: string | null
    phone: string | null
    consentReference: string | null
    consentUntil: string | null
  }
  visibleFrom: string | null
  visibleUntil: string | null
  /** Id of the event that this one is part of. */
  umbrella: string | null
  allDay: boolean
  /** Instants; for an all-day event null and `startDate`/`endDate` hold dates, the last day included. */
  start: string | null
  end: string | null
  startDate: string | null
  endDate: string | null
  /** IANA zone of the place. */
  zone: string | null
  /** RFC 5545 RRULE value; null takes place once. */
  recurrenceRule: string | null
  /** Original starts: instants, or dates for an all-day event. */
  exceptions: string[]
  additions: string[]
  overrides: {
    occurrence: string
    start: string | null
    end: string | null
    place: string | null
    note: string | null
  }[]
}

/** What `announce` sets, outside review: the status of the series and of single occurrences. */
export interface AnnouncedStatus {
  status: 'scheduled' | 'cancelled' | 'postponed' | 'rescheduled' | 'moved-online'
  reason: string | null
  /** The start as it was when postponed or rescheduled, kept for readers that need it. */
  previousStart: string | null
}
export interface Announcements {
  series: AnnouncedStatus | null
  /** Keyed by the occurrence's original start. */
  occurrences: Record<string, AnnouncedStatus>
}
export const noAnnouncements: Announcements = { series: null, occurrences: {} }
