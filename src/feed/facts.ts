import type { EventData, PostData } from '../publication/public-data.js'

/** What events are chosen by; everything else of them is read only where it is shown. */
export interface EventFacts extends Pick<
  EventData,
  | 'categories'
  | 'audiences'
  | 'areas'
  | 'accessibility'
  | 'attendance'
  | 'age'
  | 'zone'
  | 'allDay'
  | 'umbrella'
> {
  /** The organiser and those who are named beside it. */
  organisations: string[]
  /** Null where nothing is said about the price. */
  free: boolean | null
  place: { id: string | null; latitude: number | null; longitude: number | null } | null
  /** Of the event and of the times that have one of their own. */
  places: string[]
  /** In which it can be read, in small letters. */
  languages: string[]
}

/** The same of posts. */
export interface PostFacts extends Pick<PostData, 'type' | 'categories' | 'areas' | 'audiences'> {
  organisation: string
  /** In which it can be read, in small letters. */
  languages: string[]
}

/** Holds each text and each list once, however many events say the same. */
export interface Sharing {
  text(value: string): string
  list(values: readonly string[]): string[]
}

/** So many different ones are shared; what comes after is held by each for itself. */
const mostShared = 50_000

export function createSharing(): Sharing {
  const texts = new Map<string, string>()
  const lists = new Map<string, string[]>()
  function once<T>(known: Map<string, T>, key: string, value: T): T {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size < mostShared) known.set(key, value)
    return value
  }
  const text = (value: string): string => once(texts, value, value)
  return {
    text,
    list(values) {
      const key = values.length === 1 ? values[0]! : values.join('\n')
      return lists.get(key) ?? once(lists, key, values.map(text))
    },
  }
}

export function eventFacts(event: EventData, share: Sharing): EventFacts {
  const { place, age, attendance, price } = event
  const places = [place, ...event.overrides.map((one) => one.place)].flatMap((one) => one?.id ?? [])
  return {
    categories: share.list(event.categories),
    audiences: share.list(event.audiences),
    areas: share.list(event.areas),
    accessibility: share.list(event.accessibility),
    attendance: share.text(attendance) as EventData['attendance'],
    age,
    zone: share.text(event.zone),
    allDay: event.allDay,
    umbrella: event.umbrella && share.text(event.umbrella),
    organisations: share.list([event.organisation, ...event.coOrganisers].map((one) => one.id)),
    free: price ? price.free : null,
    place: place && {
      id: place.id && share.text(place.id),
      latitude: place.latitude,
      longitude: place.longitude,
    },
    places: share.list([...new Set(places)]),
    languages: share.list(languagesOf(event)),
  }
}

export function postFacts(post: PostData, share: Sharing): PostFacts {
  return {
    type: share.text(post.type) as PostData['type'],
    categories: share.list(post.categories),
    areas: share.list(post.areas),
    audiences: share.list(post.audiences),
    organisation: share.text(post.organisation.id),
    languages: share.list(languagesOf(post)),
  }
}

const languagesOf = ({ language, translations }: EventData | PostData): string[] =>
  [...new Set([language, ...translations.map((one) => one.language)])].map((one) => one.toLowerCase())
