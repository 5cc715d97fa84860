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
  /** RFC 3339, UTC. */
  at: string
  /** A code from a closed list, where one was given. */
  reason: string | null
}

/** Names one thing that was erased: nothing is erased twice, so a row by this name is written once. */
export const erasureKey = ({ kind, id }: Pick<Erased, 'kind' | 'id'>): string => `${kind} ${id}`

/** Names the contact of an event up to a revision, and reads that again. */
export const contactId = (event: string, revision: number): string => `${event}/${revision}`
export function contactOf(id: string): { event: string; revision: number } {
  const [event = '', revision = ''] = id.split('/')
  return { event, revision: Number(revision) }
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

/** The end of the last month of which nothing is kept: what was erased before it is in no file any more, and in no row. */
export const forgottenBefore = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ledgerKept, 1))
