import type { Payload, Where } from 'payload'
import {
  decisionFigures,
  type Figures,
  firstWeek,
  type LoggedFact,
  queueAges,
} from '../../moderation/figures.js'
import { confirmationDays, confirmationDue, waitingReasons } from '../../moderation/queue.js'
import { findForList, type Reader } from '../queue/queue-rows.js'
import type { Remit } from '../queue/queue-streams.js'
import { timesOf } from '../surroundings.js'

/** Bounds of what is read for one look at the figures; beyond them they say that they are not of everything. */
const most = { decisions: 5_000, waiting: 300, confirmations: 20 } as const
/** Organisations are told that they are due so many days before. */
const daysBefore = 60

type Row = Record<string, unknown> & { id: string }

/** The figures of a municipality, from the log of the last weeks and the columns of the queue. */
export async function readFigures(payload: Payload, remit: Remit, now: Date, user: Reader): Promise<Figures> {
  const municipality = (await payload.db.findOne<Row>({
    collection: 'municipalities',
    where: { id: { equals: remit.municipality } },
  }))!
  const times = timesOf(municipality)
  const facts = await decisionsSince(payload, remit, firstWeek(now, times.zone))
  const waiting = await waitingSince(payload, remit, user)
  return {
    ...decisionFigures(facts, now, times),
    ages: queueAges(waiting.since, now, times),
    partial: waiting.partial || facts.length === most.decisions,
    decisionDays: times.decisionDays,
    confirmations: await confirmations(payload, remit.municipality, now, user),
    zone: times.zone,
    slug: String(municipality.slug),
    kinds: [...remit.kinds],
  }
}

const told = [
  'submit',
  'appeal',
  'apply',
  'approve',
  'approve-with-edits',
  'request-changes',
  'reject',
  'remove',
  'uphold',
  'overturn',
  'decline',
  'look-over',
]

/**
 * The newest first, so that the oldest weeks are what is missing where there is too much. Read past Payload's own
 * reading, which takes a second of the process for so many: a remit holds nothing but what its editor may read.
 */
async function decisionsSince(
  payload: Payload,
  { municipality, kinds }: Remit,
  since: Date,
): Promise<LoggedFact[]> {
  const { docs } = await payload.db.find<LoggedRow>({
    collection: 'moderation-log',
    where: {
      and: [
        { municipality: { equals: municipality } },
        { at: { greater_than: since.toISOString() } },
        { action: { in: told } },
        { kind: { in: [...kinds] } },
      ],
    },
    select: {
      at: true,
      action: true,
      kind: true,
      document: true,
      reason: true,
      toState: true,
      automated: true,
    },
    sort: ['-at', '-createdAt'],
    limit: most.decisions,
    pagination: false,
  })
  // A driver gives a time as it keeps it.
  return docs.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}
type LoggedRow = Omit<LoggedFact, 'at'> & { id: string; at: string | Date }

async function waitingSince(
  payload: Payload,
  { municipality, kinds, reasons }: Remit,
  user: Reader,
): Promise<{ since: string[]; partial: boolean }> {
  const asked = { sort: 'queueSince', limit: most.waiting, select: { queueSince: true } as const }
  const read = await Promise.all(
    kinds.flatMap((kind) =>
      waitingReasons
        .filter((reason) => reasons.includes(reason) && (kind === 'organisation' || reason !== 'application'))
        .map((reason) => {
          const where: Where = {
            and: [{ municipality: { equals: municipality } }, { waitsFor: { equals: reason } }],
          }
          return findForList(payload, kind, where, asked, user)
        }),
    ),
  )
  return {
    since: read.flat().flatMap(({ queueSince }) => String(queueSince).split(' ')[0] ?? []),
    partial: read.some((rows) => rows.length === most.waiting),
  }
}

async function confirmations(
  payload: Payload,
  municipality: string,
  now: Date,
  user: Reader,
): Promise<Figures['confirmations']> {
  const soon = new Date(now.getTime() - (confirmationDays - daysBefore) * 86_400_000).toISOString()
  const where: Where = {
    and: [{ municipality: { equals: municipality } }, { confirmKey: { less_than: soon } }],
  }
  const asked = {
    sort: 'confirmKey',
    limit: most.confirmations,
    select: { name: true, confirmKey: true } as const,
  }
  const rows = await findForList(payload, 'organisation', where, asked, user)
  return rows.map((row) => {
    const dueAt = confirmationDue(String(row.confirmKey).split(' ')[0]!)
    return { id: String(row.id), name: String(row.name ?? ''), dueAt, overdue: new Date(dueAt) < now }
  })
}
