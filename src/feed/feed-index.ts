import type { Publication } from '../publication/publication.js'
import { createMunicipalityIndex, type MunicipalityIndex } from './municipality-index.js'
import type { PublicationReader } from './reader.js'

export interface FeedIndex {
  /** Reads everything, then follows the changes. Rejects where the first reading fails. */
  start(): Promise<void>
  stop(): void
  /** Reads on at once, e.g. after a decision in the same process; resolves when what was written before is here. */
  catchUp(): Promise<void>
  /** Whether everything was read and the changes have been followed within the last ten seconds. */
  ready(now: Date): boolean
  municipality(slug: string): MunicipalityIndex | undefined
  municipalities(): MunicipalityIndex[]
  /** Grows with every change of any municipality. */
  version(): number
}

export interface FeedIndexOptions {
  reader: PublicationReader
  /** Milliseconds between two looks for changes; below a second, which is what a take-down may take. */
  pollEvery?: number
  clock: { now(): Date }
  /** Told of every fault; the feed goes on with what it has. */
  onFault?: (fault: unknown) => void
}

const staleAfter = 10_000
/**
 * Milliseconds from the first word of a change to the reading of it. Changes come in crowds (a suspension, an import),
 * and each reading makes all answers of a municipality anew: so a crowd is read together.
 */
const gatherFor = 25

/** All public content in memory, kept current by change number. A citizen's request never reaches the database. */
export function createFeedIndex({
  reader,
  clock,
  pollEvery = 200,
  onFault = () => {},
}: FeedIndexOptions): FeedIndex {
  const indexes = new Map<string, MunicipalityIndex>()
  let timer: NodeJS.Timeout | undefined
  let gathering: NodeJS.Timeout | undefined
  let stopWaking: (() => void) | undefined
  let followed: number | null = null
  let stopped = false
  let changes = 0
  /** The reading under way, and the one that was asked for meanwhile: never more than two. */
  let running: Promise<void> | null = null
  let queued: Promise<void> | null = null

  const indexOf = (slug: string): MunicipalityIndex => {
    let index = indexes.get(slug)
    if (!index) indexes.set(slug, (index = createMunicipalityIndex(slug, onFault)))
    return index
  }
  const apply = (publication: Publication): void => {
    indexOf(publication.municipality).apply(publication, clock.now().getTime())
    changes += 1
  }
  /** Up to which number each municipality was read without a gap; not the highest number seen. */
  const readTo = new Map<string, number>()

  async function follow(): Promise<void> {
    for (const [slug, latest] of Object.entries(await reader.latestNumbers())) {
      const from = readTo.get(slug) ?? 0
      if (latest <= from) continue
      const rows = await reader.readSince(slug, from)
      for (const row of [...rows].sort((a, b) => a.number - b.number)) apply(row)
      // What was read, not what was promised: a number may be given out just before its row is written.
      readTo.set(slug, Math.max(from, ...rows.map((row) => row.number)))
    }
    for (const index of indexes.values()) index.dropForgotten(clock.now())
    followed = clock.now().getTime()
  }

  function catchUp(): Promise<void> {
    if (!running) return (running = follow().finally(() => (running = null)))
    return (queued ??= running
      .catch(() => {})
      .then(() => {
        queued = null
        return catchUp()
      }))
  }

  function schedule(): void {
    if (stopped) return
    timer = setTimeout(() => void catchUp().catch(onFault).finally(schedule), pollEvery)
    timer.unref()
  }

  function wake(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined
      void catchUp().catch(onFault)
    }, gatherFor)
  }

  return {
    async start() {
      // Numbers first, rows after: what changes while we read has a higher number and is read again.
      const before = await reader.latestNumbers()
      const seen = (slug: string, number: number): void => {
        if (number <= (before[slug] ?? 0)) readTo.set(slug, Math.max(readTo.get(slug) ?? 0, number))
      }
      const now = clock.now()
      for (const [slug, number] of Object.entries(await reader.forgottenNumbers(now))) {
        indexOf(slug).leaveOut(number)
        seen(slug, number)
      }
      await reader.readAll((row) => {
        apply(row)
        seen(row.municipality, row.number)
      }, now)
      await catchUp()
      stopWaking = reader.onChange?.(wake)
      schedule()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      clearTimeout(gathering)
      stopWaking?.()
    },
    catchUp,
    ready: (now) => followed !== null && now.getTime() - followed < staleAfter,
    municipality: (slug) => indexes.get(slug),
    municipalities: () => [...indexes.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    version: () => changes,
  }
}
