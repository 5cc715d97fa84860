/** What can be erased for good, each by the id that stands in the log: never a name, a title or an address. */
export const erasedKinds = [
  'account',
  'event',
  'post',
  'organisation',
  'place',
  'media',
  'consent',
  'contact',
] as const
export type ErasedKind = (typeof erasedKinds)[number]

/**
 * One thing that was erased. `consent`: a picture that was taken back, whose row stays without it. `contact`: the contact
 * of an event, whose id is that of the event with the revision that took it away: a later one may have agreed anew.
 */
export interface Erased {
  kind: ErasedKind
  id: string
  /** RFC 3339. */
  at: string
}

/** What was erased, or that it was not after all: it was written down first, and then could not be carried out. */
export interface Line extends Erased {
  undone?: true
}

/**
 * As it is written into the ledger. A line begins with its break, so that one that a dying process left half written
 * spoils itself alone and never the next.
 */
export const lineOf = ({ kind, id, at, undone }: Line): string =>
  `\n${JSON.stringify([kind, id, at, ...(undone ? ['undone'] : [])])}`

/** What a file of the ledger says, each thing once, and how many of its lines cannot be read. */
export function readLedger(text: string): { erased: Erased[]; unreadable: number } {
  const found = new Map<string, Erased>()
  let unreadable = 0
  for (const line of text.split('\n')) {
    if (line === '') continue
    const read = readLine(line)
    if (!read) unreadable += 1
    else if (read.undone) found.delete(keyOf(read))
    else found.set(keyOf(read), read)
  }
  return { erased: [...found.values()], unreadable }
}

const keyOf = ({ kind, id }: Erased): string => `${kind} ${id}`

function readLine(line: string): Line | null {
  try {
    const [kind, id, at, undone] = JSON.parse(line) as unknown[]
    const known = (erasedKinds as readonly unknown[]).includes(kind)
    if (!known || typeof id !== 'string' || id === '' || typeof at !== 'string') return null
    return { kind: kind as ErasedKind, id, at, ...(undone === 'undone' ? { undone: true as const } : {}) }
  } catch {
    return null
  }
}

/** The file of a month: whole files go when their time is over, and nothing is ever written anew. `host` tells the machines apart. */
export const fileOf = (at: Date, host: string): string =>
  `${at.toISOString().slice(0, 7)}-${host.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 60)}.erased`

const ofLedger = /^(\d{4})-(\d{2})-.+\.erased$/
export const isLedgerFile = (name: string): boolean => ofLedger.test(name)

/** A ledger outlives the copies of the database that it is held against: so many months after the end of its own. */
export const ledgerKept = 12

/** Whether the time of a file is over. */
export function isOverdue(name: string, now: Date): boolean {
  const [, year, month] = ofLedger.exec(name) ?? []
  return year !== undefined && now.getTime() >= Date.UTC(Number(year), Number(month) + ledgerKept, 1)
}

/** Names the contact of an event up to a revision, and reads that again. */
export const contactId = (event: string, revision: number): string => `${event}/${revision}`
export function contactOf(id: string): { event: string; revision: number } {
  const [event = '', revision = ''] = id.split('/')
  return { event, revision: Number(revision) }
}
