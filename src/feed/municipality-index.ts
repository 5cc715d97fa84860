import { occurrencesAt } from '../calendar/occurrences.js'
import type { MunicipalityData } from '../publication/public-data.js'
import type { Publication, PublicationKind } from '../publication/publication.js'
import { presence, visible } from '../publication/visibility.js'
import { createClockChanges } from './clock-changes.js'
import { createSharing } from './facts.js'
import { createFacets, createMergedPlaces } from './facets.js'
import type { Live, MunicipalityIndex } from './index-shape.js'
import { createNamedBeside } from './named-beside.js'
import { createPictureUsers } from './picture-users.js'
import { comparePlaces, type PostEntry } from './post-order.js'
import { prepare } from './prepare.js'
import { shownOccurrence, type FoundOccurrence, type LiveOccurrence } from './shown-occurrence.js'
import { compareTexts, createSortedList, type SortedList } from './sorted-list.js'
import { standingOf } from './stored-publication.js'
import { createTimeline, type EventEntry } from './timeline.js'
import { createTombstones, isForgotten, wasPublic } from './tombstones.js'

export type { Live, MunicipalityIndex }
export type { FoundOccurrence, LiveOccurrence }

/** How many changes back it is known when they came. */
const remembered = 64

export function createMunicipalityIndex(slug: string, onFault: (fault: unknown) => void): MunicipalityIndex {
  const kinds = new Map<PublicationKind, { rows: Map<string, Publication>; ids: SortedList<string> }>()
  const log = createSortedList<Publication>((a, b) => a.number - b.number || compareTexts(a.id, b.id))
  const pictures = createPictureUsers()
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
  const isActive = (organisation: string): boolean => find('organisation', organisation)?.active === true
  const beside = createNamedBeside(find, share)
  const zone = (): string => (municipality()?.data as MunicipalityData | null)?.zone ?? 'UTC'
  /** Of events that are or were here: there are few, and one too many only makes an answer anew. */
  const zones = new Set<string>()

  function apply(told: Publication, at = 0): void {
    if (!kinds.has(told.kind)) kinds.set(told.kind, { rows: new Map(), ids: createSortedList(compareTexts) })
    const ofKind = kinds.get(told.kind)!
    const before = ofKind.rows.get(told.id)
    // A change is applied once and never undone by an older one, in whatever order a database tells them.
    if (before && before.number >= told.number) return
    const wasActive = told.kind === 'organisation' && isActive(told.id)
    if (!before) ofKind.ids.add(told.id)
    const row = enter(told, before)
    if (told.kind === 'organisation' && isActive(told.id) !== wasActive)
      for (const other of beside.naming(told.id)) enter(other, find(other.kind, other.id))
    latest = Math.max(latest, row.number)
    version += 1
    changedAt[version % remembered] = at
    const isShown = row.state === 'live' && row.active && row.hidden === null && standingOf(row).data !== null
    if (before && !isShown) takenDownAt = version
  }

  /** Holds a publication instead of what was held of it before. */
  function enter(told: Publication, before: Publication | undefined): Publication {
    if (before) forget(before)
    const { row, event, post, replacedBy, zone: eventZone } = prepare(told, beside.shown, share, onFault)
    kinds.get(told.kind)!.rows.set(row.id, row)
    if (wasPublic(row)) log.add(row)
    tombstones.add(row)
    clock.add(row)
    pictures.add(row)
    if (replacedBy !== undefined) places.set(row.id, replacedBy)
    if (eventZone !== undefined) zones.add(eventZone)
    if (event) {
      const place = timeline.add(event)
      events.set(row.id, { entry: event, place })
      facets.add(event.facts, place)
    }
    if (post) {
      postEntries.set(row.id, post)
      posts.add(post)
    }
    return row
  }

  function forget(row: Publication): void {
    if (wasPublic(row)) log.remove(row)
    tombstones.remove(row)
    clock.remove(row)
    pictures.remove(row)
    if (row.kind === 'place') places.set(row.id, null)
    if (row.kind === 'event') beside.forget(row.id)
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
    countOccurrences: (id) => events.get(id)?.entry.times.startsAt.length ?? 0,
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
    usesPicture: (id, now) => pictures.of(id).some((row) => sees(row, now)),
    changesAfter(after, limit, now) {
      const list = log.all()
      const found: Publication[] = []
      for (let at = log.first((row) => row.number > after); at < list.length && found.length < limit; at += 1)
        if (!isForgotten(list[at]!, now)) found.push(list[at]!)
      return found
    },
    steadyUntil: (now) => clock.next(now, new Set([zone(), ...zones])),
  }
}
