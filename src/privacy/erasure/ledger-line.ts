import { createHash } from 'node:crypto'
import { erasedKinds, type ErasedKind } from './erased.js'

/**
 * A place in a ledger. A lineage is the history of one database; its lines are numbered from 1, and each is sealed by a
 * hash over itself and the hash before, so that none can be changed, lost or put in without its being seen.
 */
export interface Place {
  lineage: string
  number: number
  hash: string
}

/** `begin`: the first line of a lineage, whose id is the lineage that it branches from, or `none`. */
export type LineKind = ErasedKind | 'begin'

export interface Line extends Place {
  kind: LineKind
  id: string
  at: string
  reason: string | null
  /** The hash of the line before; empty for the first. */
  previous: string
}

export type Said = Pick<Line, 'kind' | 'id' | 'at' | 'reason'>

/** Hangs what is said behind a place: the next line of its lineage. */
export function lineAfter({ lineage, number, hash }: Place, { kind, id, at, reason }: Said): Line {
  const line = { lineage, number: number + 1, kind, id, at, reason, previous: hash }
  return { ...line, hash: hashOf(line) }
}

/** Where a lineage is before its first line. */
export const beforeFirst = (lineage: string): Place => ({ lineage, number: 0, hash: '' })

const partsOf = ({ lineage, number, kind, id, at, reason, previous }: Omit<Line, 'hash'>) =>
  [lineage, number, kind, id, at, reason ?? '', previous] as const

const hashOf = (line: Omit<Line, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify(partsOf(line)))
    .digest('hex')
    .slice(0, 32)

/**
 * As it stands in a file. A line begins with its break, so that one that a dying process left half written spoils itself
 * alone and never the next.
 */
export const textOf = (line: Line): string => `\n${JSON.stringify([...partsOf(line), line.hash])}`

/** What some files say. */
export interface Reading {
  /** Each line once, in no order that matters. */
  lines: Line[]
  /** Lines that were cut off: a process died while it wrote. Whoever has what they said writes it again. */
  torn: number
  /** Lines that are whole and say something else than was written, with the place that they claim, if any. */
  damaged: (Pick<Place, 'lineage' | 'number'> | null)[]
}

export function readLines(text: string): Reading {
  const lines = new Map<string, Line>()
  const reading: Reading = { lines: [], torn: 0, damaged: [] }
  for (const each of text.split('\n')) {
    if (each === '') continue
    const line = readLine(each)
    if (line === 'torn') reading.torn += 1
    else if ('claims' in line) reading.damaged.push(line.claims)
    else lines.set(line.hash, line)
  }
  return { ...reading, lines: [...lines.values()] }
}

type Damaged = { claims: Pick<Place, 'lineage' | 'number'> | null }

function readLine(text: string): Line | Damaged | 'torn' {
  // A line ends with its hash.
  if (!text.endsWith('"]')) return 'torn'
  let parts: unknown
  try {
    parts = JSON.parse(text)
  } catch {
    return { claims: null }
  }
  if (!Array.isArray(parts)) return { claims: null }
  const [lineage, number, kind, id, at, reason, previous, hash] = parts as unknown[]
  if (typeof lineage !== 'string' || lineage === '' || !Number.isSafeInteger(number)) return { claims: null }
  const claims = { lineage, number: number as number }
  const words = [id, at, reason, previous, hash]
  const known = kind === 'begin' || (erasedKinds as readonly unknown[]).includes(kind)
  if (parts.length !== 8 || !known || id === '' || words.some((word) => typeof word !== 'string'))
    return { claims }
  const line = {
    ...claims,
    kind: kind as LineKind,
    id: id as string,
    at: at as string,
    reason: reason === '' ? null : (reason as string),
    previous: previous as string,
  }
  return hashOf(line) === hash ? { ...line, hash } : { claims }
}
