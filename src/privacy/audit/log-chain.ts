import { createHash } from 'node:crypto'
import { stamp, stampFault, type KeyRing } from '../../shared/sealing.js'
import { canonicalEntry, digestOf, type LogEntry } from './log-entry.js'

/** A place in a line: the number of an entry and the hash over it and everything before it. */
export interface Place {
  sequence: number
  /** SHA-256, hexadecimal. */
  hash: string
}

/** Where an entry hangs in its line. A `sequence` of null waits to be hung up; 0 was refused. */
export interface Hung {
  sequence: number | null
  previous: string | null
  hash: string | null
  stamp: string | null
}

const hashOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex')

/** The place before the first entry of a line. */
export const beginningOf = (line: string): Place => ({ sequence: 0, hash: hashOf('torg log line 1', line) })

/** The hash of an entry at its place: anybody can work it out again, with no key. */
export const hashAt = (line: string, before: Place, digest: string): string =>
  hashOf('torg log link 1', line, before.sequence + 1, before.hash, digest)

/** What is stamped, so that whoever has the database and not the keys can forge none of it. */
const placed = (line: string, { sequence, hash }: Place): string => JSON.stringify([line, sequence, hash])

/** The mark under which an entry waits for its place. */
export const stampEntry = (entry: LogEntry, ring: KeyRing): string =>
  stamp(canonicalEntry(entry), ring, 'log entry')
export const entryFault = (entry: LogEntry, stamped: string | null, ring: KeyRing) =>
  stampFault(stamped, canonicalEntry(entry), ring, 'log entry')

/** Hangs an entry behind the place before it. */
export function hang(line: string, entry: LogEntry, before: Place, ring: KeyRing) {
  const here = { sequence: before.sequence + 1, hash: hashAt(line, before, digestOf(entry)) }
  return { ...here, previous: before.hash, stamp: stamp(placed(line, here), ring, 'log link') }
}

export const stampLink = (line: string, here: Place, ring: KeyRing) =>
  stamp(placed(line, here), ring, 'log link')
export const linkFault = (line: string, here: Place, stamped: string | null, ring: KeyRing) =>
  stampFault(stamped, placed(line, here), ring, 'log link')

/** How far a line reaches: kept beside it, so that taking its last entries away is found. */
export const stampHead = (line: string, head: Place, ring: KeyRing) =>
  stamp(placed(line, head), ring, 'log head')
export const headFault = (line: string, head: Place, stamped: string | null, ring: KeyRing) =>
  stampFault(stamped, placed(line, head), ring, 'log head')

/** A checkpoint: up to here entries were deleted because their time was over. */
export const stampCut = (line: string, cut: Place, ring: KeyRing) => stamp(placed(line, cut), ring, 'log cut')
/** What was never cut needs no stamp. */
export const cutFault = (line: string, cut: Place, stamped: string | null, ring: KeyRing) =>
  cut.sequence === 0 ? null : stampFault(stamped, placed(line, cut), ring, 'log cut')
