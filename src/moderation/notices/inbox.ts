import type { Labels } from '../reasons.js'
import type { NextStep } from './next-steps.js'

/** So many notices of an inbox are read at once. */
export const inboxPage = 20
/** Beyond this many unread ones are not counted: "99+". */
export const mostCounted = 99
/** How long a notice is kept at most, in months; a municipality may keep them shorter. */
export const noticesKept = 24
/** What was told so many days before an account was made is not new to it. */
export const newsBeforeAccount = 30

/** A notice as it lies in somebody's inbox. */
export interface InboxNotice {
  id: string
  at: string
  action: string
  kind: string | null
  document: string | null
  title: string | null
  /** Name of the organisation that is told; null where the account itself is. */
  organisation: string | null
  message: string | null
  /** Why, in words: of the closed list, or the house rule as it read that day. */
  reason: Partial<Labels> | null
  /** The ground of a decision that took something away. */
  ground: string | null
  automated: boolean
  /** What an editor changed: `[{field, before, after}]`. */
  changes: { field: string; before: unknown; after: unknown }[]
  next: { step: NextStep; address: string | null } | null
  read: boolean
}

export interface Inbox {
  notices: InboxNotice[]
  unread: number
  /** The page after this one; null where it ends. */
  more: number | null
  /** In which the times are shown. */
  zone: string
}

/** What an account has read: everything up to an instant, and single notices after it. */
export interface Readings {
  readUntil: string
  read: readonly string[]
}

/** Whether a notice that was written at that instant has been read. */
export const hasRead = ({ readUntil, read }: Readings, notice: { id: string; createdAt: string }): boolean =>
  Date.parse(notice.createdAt) <= Date.parse(readUntil) || read.includes(notice.id)

/**
 * Draws together what was read: where nothing unread lies before it, the instant moves on and single ones are forgotten.
 * `later` are the notices after the instant, the oldest first.
 */
export function drawTogether(
  readings: Readings,
  later: readonly { id: string; createdAt: string }[],
): Readings {
  const first = later.findIndex((each) => !hasRead(readings, each))
  const passed = first === -1 ? later : later.slice(0, first)
  const last = passed.at(-1)
  if (!last) return readings
  // Of several that were written in one instant some may be unread.
  const unreadAt = first === -1 ? null : later[first]!.createdAt
  const safe = unreadAt === null ? last : passed.findLast(({ createdAt }) => createdAt < unreadAt)
  if (!safe) return readings
  const gone = new Set(passed.filter(({ createdAt }) => createdAt <= safe.createdAt).map(({ id }) => id))
  return { readUntil: safe.createdAt, read: readings.read.filter((id) => !gone.has(id)) }
}
