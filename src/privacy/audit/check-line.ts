import type { KeyRing } from '../../shared/sealing.js'
import {
  beginningOf,
  cutFault,
  entryFault,
  hashAt,
  headFault,
  linkFault,
  type Hung,
  type Place,
} from './log-chain.js'
import { digestOf, installationLine, lineOf, type LogEntry } from './log-entry.js'

/** An entry as it is stored, with its place. */
export interface HungEntry extends Hung {
  id: string
  entry: LogEntry
}

/** What is kept of a line beside its entries; null where nothing is. */
export interface LineFacts {
  line: string
  head: Place
  headStamp: string | null
  /** The place up to which retention has deleted; the beginning where it never did. */
  cut: Place
  cutStamp: string | null
}

/**
 * What is wrong with a line. `changed`: an entry says something else than when it was written, or stands elsewhere.
 * `missing`: an entry was taken away. `inserted`: one was put in. `forged`: the hashes fit, and no key of the
 * installation made them. `not-as-noted`: the line is whole, and not the one that was noted down. `key-missing`: what
 * would prove it is sealed with a key that is not here.
 */
export type LineFaultKind = 'changed' | 'missing' | 'inserted' | 'forged' | 'not-as-noted' | 'key-missing'

export interface LineFault {
  kind: LineFaultKind
  /** Place of the first entry that is not as it was written; null for one that has no place. */
  sequence: number | null
  entry: string | null
}

export interface LineReport {
  line: string
  whole: boolean
  /** How many entries were looked at, and from and to which place. */
  entries: number
  from: number
  to: Place
  cut: Place
  fault: LineFault | null
}

const faultOf = (found: 'wrong' | 'key-missing'): LineFaultKind =>
  found === 'wrong' ? 'forged' : 'key-missing'

/**
 * Looks through one line from its cut to its head and names the first place that is not as it was written. The entries
 * come in the order of their places, in as many portions as the caller likes; `noted` are places that somebody wrote
 * down outside of the database. Pure: asks nobody.
 */
export class LineCheck {
  private at: Place
  private looked = 0
  private found: LineFault | null = null
  private readonly cut: Place

  constructor(
    private readonly line: string,
    private readonly facts: LineFacts | null,
    private readonly ring: KeyRing,
    private readonly noted: readonly Place[] = [],
  ) {
    this.cut = facts && facts.cut.sequence > 0 ? facts.cut : beginningOf(line)
    this.at = this.cut
    const fault = facts && cutFault(line, facts.cut, facts.cutStamp, ring)
    if (fault) this.say(faultOf(fault), this.cut.sequence, null)
    this.compareNoted()
  }

  private say(kind: LineFaultKind, sequence: number | null, entry: string | null): void {
    this.found ??= { kind, sequence, entry }
  }

  private compareNoted(): void {
    const noted = this.noted.find(({ sequence }) => sequence === this.at.sequence)
    if (noted && noted.hash !== this.at.hash) this.say('not-as-noted', this.at.sequence, null)
  }

  /** The next entries of the line, in the order of their places. */
  next(rows: readonly HungEntry[]): void {
    for (const row of rows) {
      if (this.found) return
      this.one(row)
    }
  }

  private one({ id, entry, sequence, previous, hash, stamp }: HungEntry): void {
    const expected = this.at.sequence + 1
    if (sequence === null || sequence < expected) return this.say('inserted', sequence, id)
    if (sequence > expected) return this.say('missing', expected, null)
    const right = hashAt(this.line, this.at, digestOf(entry))
    if (lineOf(entry) !== this.line || previous !== this.at.hash || hash !== right)
      return this.say('changed', sequence, id)
    const fault = linkFault(this.line, { sequence, hash: right }, stamp, this.ring)
    if (fault) return this.say(faultOf(fault), sequence, id)
    this.at = { sequence, hash: right }
    this.looked += 1
    this.compareNoted()
    if (this.facts?.head.sequence === sequence && this.facts.head.hash !== right)
      this.say('changed', sequence, id)
  }

  /** Entries that have no place: those that wait must be stamped, those that were refused are somebody else's. */
  without(rows: readonly HungEntry[]): void {
    for (const { id, entry, sequence, stamp } of rows) {
      const fault = sequence === 0 ? 'wrong' : entryFault(entry, stamp, this.ring)
      if (fault) this.say(fault === 'wrong' ? 'inserted' : 'key-missing', null, id)
    }
  }

  /** The verdict, after all entries. */
  end(): LineReport {
    const { facts, line, at } = this
    // A municipality is logged from its making on: one without a line had one that was taken away.
    if (!facts && (at.sequence > 0 || line !== installationLine)) this.say('missing', at.sequence + 1, null)
    if (facts) {
      const fault = headFault(line, facts.head, facts.headStamp, this.ring)
      if (fault) this.say(faultOf(fault), facts.head.sequence, null)
      if (facts.head.sequence > at.sequence) this.say('missing', at.sequence + 1, null)
    }
    const beyond = this.noted.find(({ sequence }) => sequence > at.sequence)
    if (beyond) this.say('missing', at.sequence + 1, null)
    return {
      line,
      whole: this.found === null,
      entries: this.looked,
      from: this.cut.sequence + 1,
      to: at,
      cut: this.cut,
      fault: this.found,
    }
  }
}

/** The same over entries that are all at hand. */
export function checkLine(
  line: string,
  facts: LineFacts | null,
  rows: readonly HungEntry[],
  ring: KeyRing,
  noted: readonly Place[] = [],
): LineReport {
  const check = new LineCheck(line, facts, ring, noted)
  const hung = rows.filter(({ sequence }) => sequence !== null && sequence > 0)
  check.next([...hung].sort((a, b) => a.sequence! - b.sequence!))
  check.without(rows.filter(({ sequence }) => sequence === null || sequence === 0))
  return check.end()
}
