import type { Payload } from 'payload'
import { reasonLabel } from '../../moderation/reason-label.js'
import type { HouseRule } from '../../moderation/reasons.js'
import type { ThreadEntry } from '../../moderation/review-item.js'
import type { OutRecord } from '../../moderation/went-out.js'
import type { Reader } from '../queue/queue-rows.js'

/** So many of the latest entries are read; a document rarely has more. */
const mostEntries = 60

/** What nobody needs to read again before deciding. */
const silent = [
  'save',
  'claim',
  'release',
  'renew',
  'open',
  'go-live',
  'expire',
  'void',
  'share-link',
  'revoke-link',
] as const
const ofAuthors = [
  'submit',
  'withdraw-submission',
  'discard-changes',
  'appeal',
  'apply',
  'confirm',
  'step-aside',
]

interface LogRow {
  at: string
  action: string
  actorRole?: string | null
  automated?: boolean
  reason?: string | null
  revision?: number | null
  toState?: string | null
}
interface Said {
  revision: number
  action: string
  message: string | null
}

/**
 * What was said and decided about a document, the newest last. The log keeps no words: those of authors and editors lie
 * with the revision to which they belong, and of decisions on an organisation with its notice.
 */
export async function threadOf(
  payload: Payload,
  { kind, id, announced = [] }: { kind: string; id: string; announced?: OutRecord['announced'] },
  houseRules: readonly HouseRule[],
  user: Reader,
): Promise<ThreadEntry[]> {
  const shared = { depth: 0, pagination: false, limit: mostEntries, overrideAccess: false, user } as const
  const { docs: log } = await payload.find({
    ...shared,
    collection: 'moderation-log' as 'events',
    where: { and: [{ document: { equals: id } }, { action: { not_in: [...silent] } }] },
    sort: '-at',
  })
  const { docs: revisions } = await payload.find({
    ...shared,
    collection: 'revisions' as 'events',
    where: { document: { equals: id } },
    sort: '-at',
    select: { revision: true, action: true, message: true } as never,
  })
  const notices = kind === 'organisation' ? await noticesOf(payload, id) : []
  const said = revisions as unknown as Said[]
  return (log as unknown as LogRow[])
    .map((row): ThreadEntry => {
      const own = said.find((one) => one.revision === row.revision && one.action === row.action)
      const told = notices.find((one) => one.action === row.action && sameInstant(one.at, row.at))
      return {
        at: new Date(row.at).toISOString(),
        action: row.action,
        side: row.automated ? 'automatic' : ofAuthors.includes(row.action) ? 'organisation' : 'municipality',
        by: row.actorRole ?? null,
        message: own?.message ?? told?.message ?? null,
        reason: row.reason ?? null,
        reasonLabel: reasonLabel(row.action, row.reason ?? null, houseRules),
        announced: announcedAt(row, announced),
        to: row.toState ?? null,
      }
    })
    .reverse()
}

function announcedAt(row: LogRow, announced: NonNullable<OutRecord['announced']>): ThreadEntry['announced'] {
  const said = row.action === 'announce' && announced.find(({ at }) => sameInstant(at, row.at))
  return said ? { status: said.status, occurrence: said.occurrence } : null
}

const sameInstant = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other)

interface Notice {
  at: string
  action: string
  message: string | null
}

/** Read as the system: an inbox is closed to editors, who wrote these words themselves. */
async function noticesOf(payload: Payload, id: string): Promise<Notice[]> {
  const { docs } = await payload.db.find<Notice & { id: string }>({
    collection: 'notices',
    where: { and: [{ document: { equals: id } }, { kind: { equals: 'organisation' } }] },
    select: { at: true, action: true, message: true },
    sort: '-at',
    limit: mostEntries,
    pagination: false,
  })
  return docs
}
