import type { Occurrence } from '../calendar/occurrences.js'
import type { PublicItem } from '../publication/public-data.js'
import type { Publication, PublicationKind } from '../publication/publication.js'
import type { Presence } from '../publication/visibility.js'
import type { FacetName } from './facets.js'
import type { PageKind } from './page-address.js'
import type { PostEntry } from './post-order.js'
import type { FoundOccurrence } from './shown-occurrence.js'
import type { SortedList } from './sorted-list.js'
import type { EventEntry, Visit } from './timeline.js'

export type Live<K extends PublicationKind = PublicationKind> = Publication & {
  data: Extract<PublicItem, { kind: K }>
}

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
  /** How many these are; 0 of what is no live event. */
  countOccurrences(id: string): number
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
