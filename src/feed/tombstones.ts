import type { Publication } from '../publication/publication.js'
import { goneFor } from '../publication/visibility.js'
import { createSortedList } from './sorted-list.js'

/** Nobody may learn from the feed that something exists which was never public. */
export function wasPublic(row: Publication): boolean {
  return row.published !== null || (row.state !== 'none' && row.state !== 'scheduled')
}

export function isTombstone(row: Publication): boolean {
  return row.state !== 'live' && row.state !== 'scheduled'
}

// `modified`, not `ended`: the 90 days run from the number that readers have to see.
const forgottenAt = (row: Publication): number => Date.parse(row.modified) + goneFor

export function isForgotten(row: Publication, now: Date): boolean {
  return isTombstone(row) && wasPublic(row) && now.getTime() >= forgottenAt(row)
}

interface Told {
  row: Publication
  number: number
  until: number
}

/** Until when deletions are told, in the order in which they are forgotten. */
export interface Tombstones {
  add(row: Publication): void
  remove(row: Publication): void
  /** Those that are forgotten by now, with all that is known of them. */
  forgotten(now: Date): Publication[]
  /** Takes note of the number of one that is forgotten and held no longer. */
  leaveOut(number: number): void
  /** The highest number among those that are forgotten, held or not; 0 where none is. */
  horizon(now: Date): number
}

export function createTombstones(): Tombstones {
  const list = createSortedList<Told>((a, b) => a.until - b.until || a.number - b.number)
  /** The highest number up to each position; only the first `known` of them are true. */
  const highest: number[] = []
  let known = 0
  let leftOut = 0
  const told = (row: Publication): Told | null => {
    const until = forgottenAt(row)
    return isTombstone(row) && wasPublic(row) && !Number.isNaN(until)
      ? { row, number: row.number, until }
      : null
  }
  const change = (row: Publication, act: (one: Told) => void): void => {
    const one = told(row)
    if (!one) return
    // Nearly always the latest of all: then nothing that is known becomes untrue.
    known = Math.min(
      known,
      list.first((other) => other.until >= one.until),
    )
    act(one)
  }
  return {
    add: (row) => change(row, list.add),
    remove: (row) => change(row, list.remove),
    forgotten: (now) =>
      list
        .all()
        .slice(
          0,
          list.first((one) => one.until > now.getTime()),
        )
        .map((one) => one.row),
    leaveOut: (number) => void (leftOut = Math.max(leftOut, number)),
    horizon(now) {
      const all = list.all()
      const forgotten = list.first((one) => one.until > now.getTime())
      for (; known < forgotten; known += 1)
        highest[known] = Math.max(known > 0 ? highest[known - 1]! : 0, all[known]!.number)
      return Math.max(leftOut, forgotten > 0 ? highest[forgotten - 1]! : 0)
    },
  }
}
