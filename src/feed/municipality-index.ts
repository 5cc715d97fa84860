import { addDays, dayAt, startOfDay } from '../calendar/zoned-time.js'
import { expandedDays } from '../calendar/last-end.js'
import { expandOccurrences, type Occurrence } from '../calendar/occurrences.js'
import type { EventData, MunicipalityData, PublicItem } from '../publication/public-data.js'
import type { Publication, PublicationKind } from '../publication/publication.js'
import { goneFor, presence, visible, type Presence } from '../publication/visibility.js'

export type Live<K extends PublicationKind = PublicationKind> = Publication & {
  data: Extract<PublicItem, { kind: K }>
}
export interface LiveOccurrence {
  publication: Live<'event'>
  occurrence: Occurrence
}

/** All publications of one municipality in memory, in the order of their change numbers. Holds no clock of its own. */
export interface MunicipalityIndex {
  slug: string
  /** Grows with every change; an answer made at one version is good for that version. */
  version(): number
  latest(): number
  /** The highest change number whose tombstone is no longer told; a reader that stopped before it must start anew. */
  horizon(now: Date): number
  apply(publication: Publication): void
  municipality(): Publication | undefined
  find(kind: PublicationKind, id: string): Publication | undefined
  presence(publication: Publication, now: Date): Presence
  /** What is visible of one kind, in the order of ids. */
  live<K extends PublicationKind>(kind: K, now: Date): Live<K>[]
  /** The visible occurrences in time order; occurrences over before the change that made them are not kept. */
  occurrences(now: Date): LiveOccurrence[]
  occurrencesOf(id: string): Occurrence[]
  /** Whether an item that is visible now uses the picture. */
  usesPicture(id: string, now: Date): boolean
  /** Publications changed after a number, each once, by number; never-public ones are left out. */
  changesAfter(after: number, limit: number, now: Date): Publication[]
  /** The next instant after `now` at which the clock alone changes what is visible. */
  steadyUntil(now: Date): number
}

export function createMunicipalityIndex(slug: string, onFault: (fault: unknown) => void): MunicipalityIndex {
  const rows = new Map<string, Publication>()
  const kinds = new Map<PublicationKind, Map<string, Publication>>()
  const expanded = new Map<string, Occurrence[]>()
  const pictures = new Map<string, Set<string>>()
  let version = 0
  let latest = 0
  /** Orders made on demand and thrown away with every change. */
  let ordered: { log?: Publication[]; times?: LiveOccurrence[]; ticks?: number[] } = {}

  const municipality = (): Publication | undefined => rows.get(`municipality:${slug}`)
  const organisationOf = (row: Publication): Publication | undefined =>
    row.organisation === null ? undefined : rows.get(`organisation:${row.organisation}`)
  const sees = (row: Publication, now: Date): boolean =>
    visible(row, organisationOf(row), municipality(), now)
  const zone = (): string => (municipality()?.data as MunicipalityData | null)?.zone ?? 'UTC'
  const log = (): Publication[] => (ordered.log ??= [...rows.values()].sort((a, b) => a.number - b.number))

  function apply(row: Publication): void {
    const key = `${row.kind}:${row.id}`
    const before = rows.get(key)
    // A change is applied once and never undone by an older one, in whatever order a database tells them.
    if (before && before.number >= row.number) return
    rows.set(key, row)
    let ofKind = kinds.get(row.kind)
    if (!ofKind) kinds.set(row.kind, (ofKind = new Map()))
    ofKind.set(row.id, row)
    for (const id of before?.pictures ?? []) pictures.get(id)?.delete(key)
    for (const id of row.pictures) pictures.set(id, (pictures.get(id) ?? new Set()).add(key))
    expanded.delete(row.id)
    if (row.data?.kind === 'event') expanded.set(row.id, expand(row, row.data))
    latest = Math.max(latest, row.number)
    ordered = {}
    version += 1
  }

  function expand(row: Publication, event: EventData): Occurrence[] {
    try {
      const from = dayAt(row.modified, event.zone)
      const until = startOfDay(addDays(from, expandedDays), event.zone)
      if (!event.recurrence) return expandOccurrences(event, { from: new Date(0), to: new Date(8.64e14) })
      const list = expandOccurrences(event, { from: startOfDay(from, event.zone), to: until })
      if (list.length > 0 || Date.parse(event.start) < until.getTime()) return list
      // A series that begins later than the window still shows its beginning.
      const first = new Date(Date.parse(event.start))
      return expandOccurrences(event, { from: first, to: new Date(first.getTime() + 2 * 86_400_000) })
    } catch (fault) {
      // One event that cannot be expanded must not stop the feed of a whole municipality.
      onFault(fault)
      return []
    }
  }

  function times(): LiveOccurrence[] {
    return (ordered.times ??= [...expanded]
      .flatMap(([id, list]) => {
        const publication = rows.get(`event:${id}`) as Live<'event'>
        return list.map((occurrence) => ({ publication, occurrence }))
      })
      .sort(inTimeOrder))
  }

  function ticks(): number[] {
    if (ordered.ticks) return ordered.ticks
    const instants = [...rows.values()].flatMap((row) => [
      Date.parse(row.visibleFrom ?? ''),
      Date.parse(row.visibleUntil ?? ''),
      Date.parse(row.visibleUntil ?? '') + goneFor,
      isTombstone(row) ? Date.parse(row.ended ?? row.modified) + goneFor : NaN,
    ])
    return (ordered.ticks = instants.filter(Number.isFinite).sort((a, b) => a - b))
  }

  return {
    slug,
    version: () => version,
    latest: () => latest,
    horizon: (now) =>
      log().reduce((most, row) => (isForgotten(row, now) ? Math.max(most, row.number) : most), 0),
    apply,
    municipality,
    find: (kind, id) => rows.get(`${kind}:${id}`),
    presence: (row, now) => presence(row, organisationOf(row), municipality(), now),
    live: <K extends PublicationKind>(kind: K, now: Date) =>
      [...(kinds.get(kind)?.values() ?? [])]
        .filter((row) => sees(row, now))
        .sort((a, b) => (a.id < b.id ? -1 : 1)) as Live<K>[],
    occurrences(now) {
      const seen = new Map<Publication, boolean>()
      return times().filter(({ publication }) => {
        let answer = seen.get(publication)
        if (answer === undefined) seen.set(publication, (answer = sees(publication, now)))
        return answer
      })
    },
    occurrencesOf: (id) => expanded.get(id) ?? [],
    usesPicture: (id, now) => [...(pictures.get(id) ?? [])].some((key) => sees(rows.get(key)!, now)),
    changesAfter(after, limit, now) {
      const list = log()
      const found: Publication[] = []
      for (let at = firstAfter(list, after); at < list.length && found.length < limit; at += 1)
        if (wasPublic(list[at]!) && !isForgotten(list[at]!, now)) found.push(list[at]!)
      return found
    },
    steadyUntil(now) {
      const midnight = startOfDay(addDays(dayAt(now, zone()), 1), zone()).getTime()
      return Math.min(midnight, ticks().find((tick) => tick > now.getTime()) ?? midnight)
    },
  }
}

export function inTimeOrder(a: LiveOccurrence, b: LiveOccurrence): number {
  return (
    a.occurrence.startsAt - b.occurrence.startsAt ||
    compare(a.publication.id, b.publication.id) ||
    compare(a.occurrence.occurrence, b.occurrence.occurrence)
  )
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function firstAfter(list: Publication[], after: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.number <= after) low = middle + 1
    else high = middle
  }
  return low
}

/** Nobody may learn from the feed that something exists which was never public. */
function wasPublic(row: Publication): boolean {
  return row.published !== null || (row.state !== 'none' && row.state !== 'scheduled')
}

function isTombstone(row: Publication): boolean {
  return row.state !== 'live' && row.state !== 'scheduled'
}

function isForgotten(row: Publication, now: Date): boolean {
  // `modified`, not `ended`: the 90 days run from the number that readers have to see.
  return isTombstone(row) && wasPublic(row) && now.getTime() - Date.parse(row.modified) >= goneFor
}
