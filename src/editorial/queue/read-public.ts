import type { Payload, Where } from 'payload'
import { addDays, startOfDay } from '../../calendar/zoned-time.js'
import type { PublicFilters, PublicRow } from '../../moderation/public-list.js'
import { DomainError } from '../../shared/errors.js'
import type { ModeratedKind } from '../working-document.js'
import { asRows, findForList, type FoundRow, type Reader } from './queue-rows.js'

export interface PublicQuestion {
  municipality: string
  zone: string
  kinds: readonly ModeratedKind[]
  filters: PublicFilters
  cursor: string | null
  limit: number
  now: Date
}

type Key = 'changedKey' | 'dateKey' | 'unreviewedKey'
interface Found {
  kind: ModeratedKind
  row: FoundRow
  key: string
}

/**
 * One page of what is public in a municipality, events and posts in one order: the latest change first; where days are
 * asked for, by date; of what went out unreviewed, the oldest first. Each page reads no further than it shows.
 */
export async function readPublic(
  payload: Payload,
  question: PublicQuestion,
  user: Reader,
): Promise<{ items: PublicRow[]; next: string | null }> {
  const { filters, limit, now } = question
  const key: Key = filters.unreviewed
    ? 'unreviewedKey'
    : filters.from || filters.to
      ? 'dateKey'
      : 'changedKey'
  const falls = key === 'changedKey'
  const after = question.cursor === null ? null : placeIn(question.cursor, key)
  const kinds = question.kinds.filter((kind) => kind !== 'organisation' && isOn(filters.surface, kind))
  const read = await Promise.all(
    kinds.map(async (kind) => {
      const where = { and: [...conditions(question, key), ...beyond(key, after, falls)] }
      const asked = {
        sort: falls ? `-${key}` : key,
        limit: limit + 1,
      }
      const rows = await findForList(payload, kind, where, asked as never, user)
      return rows.map((row): Found => ({ kind, row, key: String(row[key]) }))
    }),
  )
  const order = falls ? -1 : 1
  const found = read.flat().sort((a, b) => (a.key < b.key ? -order : a.key > b.key ? order : 0))
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await publicRows(payload, shown, now, user),
    next: found.length > limit && last ? Buffer.from(`${key}|${last.key}`).toString('base64url') : null,
  }
}

const isOn = (surface: PublicFilters['surface'], kind: ModeratedKind): boolean =>
  surface === null || (surface === 'calendar' ? kind === 'event' : kind === 'post')

const equal = (field: string, value: unknown): Where => ({ [field]: { equals: value } })

function conditions({ municipality, zone, filters }: PublicQuestion, key: Key): Where[] {
  const { publication, organisation, category, language, from, to } = filters
  return [
    equal('municipality', municipality),
    // What went out unreviewed waits to be looked at in whatever state it is now.
    ...(key === 'unreviewedKey'
      ? [{ unreviewedKey: { greater_than: '' } }]
      : [equal('publication', publication)]),
    ...(organisation ? [equal('organisation', organisation)] : []),
    ...(category ? [{ categoryKeys: { contains: `|${category}|` } }] : []),
    ...(language ? [equal('language', language)] : []),
    ...(from ? [{ dateKey: { greater_than_equal: startOfDay(from, zone).toISOString() } }] : []),
    ...(to ? [{ dateKey: { less_than: startOfDay(addDays(to, 1), zone).toISOString() } }] : []),
  ]
}

const beyond = (key: Key, after: string | null, falls: boolean): Where[] =>
  after === null ? [] : [{ [key]: falls ? { less_than: after } : { greater_than: after } }]

function placeIn(cursor: string, key: Key): string {
  const [of, after, ...rest] = Buffer.from(cursor, 'base64url').toString().split('|')
  if (of === key && after && rest.length === 0 && /^\d{4}-\d{2}-\d{2}T/.test(after)) return after
  throw new DomainError('bad-parameter', 'The cursor is not one that was given out. Begin from the start.', {
    faults: [{ field: 'cursor', code: 'format', message: 'Leave it out to begin from the start' }],
  })
}

const instantIn = (key: unknown): string | null =>
  typeof key === 'string' ? (key.split(' ')[0] ?? null) : null

async function publicRows(
  payload: Payload,
  found: readonly Found[],
  now: Date,
  user: Reader,
): Promise<PublicRow[]> {
  const rows = await asRows(
    payload,
    found.map(({ kind, row }) => ({ kind, row, reason: 'decision' as const })),
    { now, user },
  )
  return rows.map(
    ({ reason: _r, since: _s, dueAt: _d, flagged: _f, claim: _c, change: _h, ...shared }, index) => {
      const { row } = found[index]!
      const unreviewedSince = instantIn(row.unreviewedKey)
      return {
        ...shared,
        changedAt: instantIn(row.changedKey),
        dateAt: instantIn(row.dateKey),
        unreviewedSince,
        pinned: row.pinned === true,
      }
    },
  )
}
