import type { Line, Place, Reading } from './ledger-line.js'

/** Up to which line of each other lineage a database has carried out, or set aside, what the ledger says. */
export type Known = Readonly<Record<string, number>>

/** Where a database stands in the ledger. */
export interface Standing extends Place {
  known: Known
  /** Up to which of its own lines it has seen the file have them. */
  copied: number
}

export type Verdict =
  /** The file says nothing that the database has not. */
  | { kind: 'level' }
  /** The database is an older copy of itself: what these lines name is erased again, in their order. */
  | { kind: 'older'; lines: Line[] }
  /** Another database, or another copy of this one, has gone on with the ledger. */
  | { kind: 'forked'; lines: Line[] }
  /** What goes beyond the database is not whole, so nobody can say what it was. */
  | { kind: 'damaged'; lines: Line[] }
  /** The database stands in no ledger, and the file holds one: an older database, or the folder of another one. */
  | { kind: 'stranger'; lines: Line[] }

/**
 * What has to be done before a database may be used, from where it stands, its own rows of the ledger and what the files
 * say. Only what the very history of this database says beyond where it stands is ever erased again without asking.
 * `lines` of the other verdicts: what an operator decides about.
 */
export function verdictOn(standing: Standing | null, rows: readonly Line[], reading: Reading): Verdict {
  if (!standing) {
    const something = reading.lines.length > 0 || reading.damaged.length > 0
    return something ? { kind: 'stranger', lines: sorted(reading.lines) } : { kind: 'level' }
  }
  const beyond = sorted(reading.lines.filter((line) => line.number > knownOf(standing, line.lineage)))
  const contrary = contradictions(standing, rows, reading)
  if (beyond.some(({ lineage }) => lineage !== standing.lineage) || contrary.length > 0)
    return { kind: 'forked', lines: sorted([...contrary, ...beyond]) }
  if (isUnclear(standing, reading)) return { kind: 'damaged', lines: beyond }
  if (beyond.length === 0) return { kind: 'level' }
  if (new Set(beyond.map(({ number }) => number)).size < beyond.length)
    return { kind: 'forked', lines: beyond }
  let at: Place = standing
  for (const line of beyond) {
    if (line.number !== at.number + 1 || line.previous !== at.hash) return { kind: 'damaged', lines: beyond }
    at = line
  }
  return { kind: 'older', lines: beyond }
}

/** How far a database knows a lineage: its own up to where it stands. */
const knownOf = ({ lineage, number, known }: Standing, of: string): number =>
  of === lineage ? number : (known[of] ?? 0)

/** Lines that say something else, at a place that the database has, than the database itself. */
function contradictions(standing: Standing, rows: readonly Line[], { lines }: Reading): Line[] {
  const own = new Map<number, string>([[standing.number, standing.hash]])
  for (const row of rows) if (row.lineage === standing.lineage) own.set(row.number, row.hash)
  return lines.filter(({ lineage, number, hash }) => {
    const mine = lineage === standing.lineage ? own.get(number) : undefined
    return mine !== undefined && mine !== hash
  })
}

/** Lines that claim no place are known by how many they are. */
const placeless = 'placeless'

/** Whether something was damaged of which the database may not have what it said. */
const isUnclear = (standing: Standing, { damaged }: Reading): boolean =>
  damaged.some((claim) => claim && claim.number > knownOf(standing, claim.lineage)) ||
  damaged.filter((claim) => !claim).length > (standing.known[placeless] ?? 0)

/** By lineage and number. */
const sorted = (lines: readonly Line[]): Line[] =>
  [...lines].sort((a, b) => a.lineage.localeCompare(b.lineage) || a.number - b.number)

/** All that a database knows once it has dealt with everything that some files say. */
export function knownAfter(standing: Standing | null, { lines, damaged }: Reading): Known {
  const known: Record<string, number> = { ...standing?.known }
  const reach = (lineage: string, number: number) => {
    known[lineage] = Math.max(known[lineage] ?? 0, number)
  }
  if (standing) reach(standing.lineage, standing.number)
  for (const { lineage, number } of lines) reach(lineage, number)
  for (const claim of damaged) if (claim) reach(claim.lineage, claim.number)
  reach(placeless, damaged.filter((claim) => !claim).length)
  return known
}
