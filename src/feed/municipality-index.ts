import { occurrencesAt, type Occurrence } from '../calendar/occurrences.js'
import type { MunicipalityData, PublicItem } from '../publication/public-data.js'
import type { Publication, PublicationKind } from '../publication/publication.js'
import { presence, visible, type Presence } from '../publication/visibility.js'
import { createClockChanges } from './clock-changes.js'
import { createSharing } from './facts.js'
import { createFacets, createMergedPlaces, type FacetName } from './facets.js'
import type { PageKind } from './page-address.js'
import { comparePlaces, type PostEntry } from './post-order.js'
import { prepare } from './prepare.js'
import { shownOccurrence, type FoundOccurrence, type LiveOccurrence } from './shown-occurrence.js'
import { compareTexts, createSortedList, type SortedList } from './sorted-list.js'
import { standingOf } from './stored-publication.js'
import { createTimeline, type EventEntry, type Visit } from './timeline.js'
import { createTombstones, isForgotten, wasPublic } from './tombstones.js'

export type Live<K extends PublicationKind = PublicationKind> = Publication & {
  data: Extract<PublicItem, { kind: K }>
}
export type { FoundOccurrence, LiveOccurrence }

/**
 * All publications of one municipality in memory. Everything that is asked for lies in its order already, and a change
 * touches only what it changes: neither costs more where there are more publications. Holds no clock of its own.
 */
export interface MunicipalityIndex {
  slug: string
  /** Grows with every change; an answer made at one version is good for that version. */
  version(): number
  /** The version with which something that was visible may have gone. */
  takenDownAt(): number
  /** When the first change after a version was applied, in milliseconds. */
  changedAfter(version: number): number
  latest(): number
  /** The highest change number whose tombstone is no longer told; a reader that stopped before it must start anew. */
  horizon(now: Date): number
  /** `at`: when, in milliseconds. */
  apply(publication: Publication, at?: number): void
  /** Takes note of the highest number among publications that are forgotten and were not read. */
  leaveOut(number: number): void
  /** Lets go of what is forgotten by now, so that nobody holds for years what nobody is told of. */
  dropForgotten(now: Date): void
  municipality(): Publication | undefined
  find(kind: PublicationKind, id: string): Publication | undefined
  presence(publication: Publication, now: Date): Presence
  sees(publication: Publication, now: Date): boolean
  /** What is visible of one kind, in the order of ids: all of it, or so many after an id. */
  live<K extends PublicationKind>(kind: K, now: Date, page?: { after: string; limit: number }): Live<K>[]
  /** The visible occurrences in time order; occurrences over before the change that made them are not kept. */
  occurrences(now: Date): FoundOccurrence[]
  occurrencesOf(id: string): Occurrence[]
  /**
   * Visits the times that end after `from` and start at `after` or later, in time order, visible or not: of all events,
   * or of those that lie at some places of the timeline.
   */
  eachOccurrence(
    asked: { from: number; after?: number; among?: Iterable<number> | undefined },
    visit: Visit,
  ): void
  /** The events at some places of the timeline, or all, in no order, visible or not. */
  events(among?: Iterable<number>): Iterable<EventEntry>
  /** The places of the timeline lie below this. */
  timelinePlaces(): number
  /** Places in the timeline of the events that have one of the values. */
  eventsHaving(facet: FacetName, values: readonly string[]): ReadonlySet<number>
  /** How many these are at most. */
  countHaving(facet: FacetName, values: readonly string[]): number
  /** The places and all that were merged into them. */
  placesUnder(places: readonly string[]): Set<string>
  /** Live posts, visible or not: urgent first, then pinned, then the newest. */
  posts(): Pick<SortedList<PostEntry>, 'all' | 'first'>
  /** Every live event or post, visible or not, with what a search looks in; until the visit answers true. */
  eachText(kind: PageKind, visit: (text: string, publication: Live<PageKind>) => boolean): void
  /** Whether an item that is visible now uses the picture. */
  usesPicture(id: string, now: Date): boolean
  /** Publications changed after a number, each once, by number; never-public ones are left out. */
  changesAfter(after: number, limit: number, now: Date): Publication[]
  /** The next instant after `now` at which the clock alone changes what is visible. */
  steadyUntil(now: Date): number
}

/** How many changes back it is known when they came. */
const remembered = 64

export function createMunicipalityIndex(slug: string, onFault: (fault: unknown) => void): MunicipalityIndex {
  const kinds = new Map<PublicationKind, { rows: Map<string, Publication>; ids: SortedList<string> }>()
  const log = createSortedList<Publication>((a, b) => a.number - b.number || compareTexts(a.id, b.id))
  const pictures = new Map<string, Publication[]>()
  const events = new Map<string, { entry: EventEntry; place: number }>()
  const postEntries = new Map<string, PostEntry>()
  const posts = createSortedList<PostEntry>((a, b) => comparePlaces(a.place, b.place))
  const share = createSharing()
  const timeline = createTimeline()
  const facets = createFacets()
  const places = createMergedPlaces()
  const tombstones = createTombstones()
  const clock = createClockChanges()
  let version = 0
  let takenDownAt = 0
  let latest = 0
  const changedAt: number[] = []

  const find = (kind: PublicationKind, id: string): Publication | undefined => kinds.get(kind)?.rows.get(id)
  const municipality = (): Publication | undefined => find('municipality', slug)
  const organisationOf = (row: Publication): Publication | undefined =>
    row.organisation === null ? undefined : find('organisation', row.organisation)
  const sees = (row: Publication, now: Date): boolean =>
    visible(standingOf(row), organisationOf(row), municipality(), now)
  const zone = (): string => (municipality()?.data as MunicipalityData | null)?.zone ?? 'UTC'

  function apply(told: Publication, at = 0): void {
    let ofKind = kinds.get(told.kind)
    if (!ofKind) kinds.set(told.kind, (ofKind = { rows: new Map(), ids: createSortedList(compareTexts) }))
    const before = ofKind.rows.get(told.id)
    // A change is applied once and never undone by an older one, in whatever order a database tells them.
    if (before && before.number >= told.number) return
    const { row, event, post, replacedBy } = prepare(told, share, onFault)
    if (before) forget(before)
    else ofKind.ids.add(told.id)
    ofKind.rows.set(row.id, row)
    if (wasPublic(row)) log.add(row)
    tombstones.add(row)
    clock.add(row)
    for (const id of row.pictures) pictures.set(id, [...(pictures.get(id) ?? []), row])
    if (replacedBy !== undefined) places.set(row.id, replacedBy)
    if (event) {
      const place = timeline.add(event)
      events.set(row.id, { entry: event, place })
      facets.add(event.facts, place)
    }
    if (post) {
      postEntries.set(row.id, post)
      posts.add(post)
    }
    latest = Math.max(latest, row.number)
    version += 1
    changedAt[version % remembered] = at
    const isShown = row.state === 'live' && row.active && row.hidden === null && standingOf(row).data !== null
    if (before && !isShown) takenDownAt = version
  }

  function forget(row: Publication): void {
    if (wasPublic(row)) log.remove(row)
    tombstones.remove(row)
    clock.remove(row)
    for (const id of row.pictures) {
      const left = pictures.get(id)?.filter((one) => one !== row) ?? []
      if (left.length > 0) pictures.set(id, left)
      else pictures.delete(id)
    }
    if (row.kind === 'place') places.set(row.id, null)
    const event = row.kind === 'event' ? events.get(row.id) : undefined
    if (event) {
      timeline.remove(event.place)
      facets.remove(event.entry.facts, event.place)
      events.delete(row.id)
    }
    const post = row.kind === 'post' ? postEntries.get(row.id) : undefined
    if (post) {
      posts.remove(post)
      postEntries.delete(row.id)
    }
  }

  function leaveOut(number: number): void {
    tombstones.leaveOut(number)
    latest = Math.max(latest, number)
  }

  function dropForgotten(now: Date): void {
    for (const row of tombstones.forgotten(now)) {
      // Whether its owner is active is asked of every event and post, also when nothing is told of the profile any more.
      if (row.kind === 'organisation') continue
      leaveOut(row.number)
      forget(row)
      const ofKind = kinds.get(row.kind)!
      ofKind.rows.delete(row.id)
      ofKind.ids.remove(row.id)
    }
  }

  const eachOccurrence: MunicipalityIndex['eachOccurrence'] = ({ from, after = -Infinity, among }, visit) =>
    among ? timeline.walkThese(among, from, after, visit) : timeline.walk(from, after, visit)

  return {
    slug,
    version: () => version,
    takenDownAt: () => takenDownAt,
    changedAfter: (before) =>
      version - before < remembered ? (changedAt[(before + 1) % remembered] ?? -Infinity) : -Infinity,
    latest: () => latest,
    horizon: tombstones.horizon,
    apply,
    leaveOut,
    dropForgotten,
    municipality,
    find,
    presence: (row, now) => presence(standingOf(row), organisationOf(row), municipality(), now),
    sees,
    live: <K extends PublicationKind>(kind: K, now: Date, page?: { after: string; limit: number }) => {
      const found: Live<K>[] = []
      const ofKind = kinds.get(kind)
      if (!ofKind) return found
      const ids = ofKind.ids.all()
      for (
        let at = page ? ofKind.ids.first((id) => id > page.after) : 0;
        at < ids.length && found.length < (page?.limit ?? Infinity);
        at += 1
      ) {
        const row = ofKind.rows.get(ids[at]!)!
        if (sees(row, now)) found.push(row as Live<K>)
      }
      return found
    },
    occurrences(now) {
      const found: FoundOccurrence[] = []
      eachOccurrence({ from: -Infinity }, (entry, position) => {
        if (sees(entry.publication, now)) found.push(shownOccurrence(entry, position))
        return false
      })
      return found
    },
    occurrencesOf(id) {
      const event = events.get(id)?.entry
      return event ? occurrencesAt(event.publication.data, event.times) : []
    },
    eachOccurrence,
    events: timeline.events,
    timelinePlaces: timeline.places,
    eventsHaving: facets.having,
    countHaving: facets.count,
    placesUnder: places.under,
    posts: () => posts,
    eachText(kind, visit) {
      const held = kind === 'event' ? [...events.values()].map((one) => one.entry) : postEntries.values()
      for (const { text, publication } of held) if (visit(text, publication)) return
    },
    usesPicture: (id, now) => (pictures.get(id) ?? []).some((row) => sees(row, now)),
    changesAfter(after, limit, now) {
      const list = log.all()
      const found: Publication[] = []
      for (let at = log.first((row) => row.number > after); at < list.length && found.length < limit; at += 1)
        if (!isForgotten(list[at]!, now)) found.push(list[at]!)
      return found
    },
    steadyUntil: (now) => clock.next(now, zone()),
  }
}
