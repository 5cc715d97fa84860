import type { Payload, Where } from 'payload'
import { pagePart } from '../../feed/page-address.js'
import { nextStep, type DeskItem, type NextStep } from '../../moderation/desk.js'
import { reasonLabel } from '../../moderation/reason-label.js'
import type { HouseRule } from '../../moderation/reasons.js'
import type { PublicationState, WorkflowState } from '../../moderation/states.js'
import { idAlways } from '../../shared/reference.js'
import { objectionOf } from '../objection.js'
import { collectionOf, freshRecord, type WorkflowRecord } from '../working-document.js'
import type { DeskHome } from './desk-homes.js'

export type DeskKind = 'event' | 'post'
export type DeskRow = Record<string, unknown> & { id: string }

const shared = {
  title: true,
  organisation: true,
  municipality: true,
  state: true,
  publication: true,
  revision: true,
  dueAt: true,
  visibleFrom: true,
  waitsFor: true,
  workflow: true,
  updatedAt: true,
} as const
const columnsOf: Record<DeskKind, Record<string, true>> = {
  event: { ...shared, startsAt: true, allDay: true, zone: true, recurrenceRule: true },
  post: shared,
}

/**
 * Documents of these organisations, as rows of the main table. Read as the system: columns of the queue and what the
 * municipality said are closed to clients as columns, and told here to those whose documents they are.
 */
export async function findRows(
  payload: Payload,
  kind: DeskKind,
  organisations: readonly string[],
  { where, sort, limit }: { where: Where[]; sort: string; limit: number },
): Promise<DeskRow[]> {
  const { docs } = await payload.db.find<DeskRow>({
    collection: collectionOf[kind],
    where: { and: [{ organisation: { in: [...organisations] } }, ...where] },
    sort: [sort, '-createdAt'],
    select: columnsOf[kind],
    limit,
    pagination: false,
  })
  return docs
}

export const instantIn = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : new Date(value as string).toISOString()
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Steps at which the author must read what the municipality said; while they write on it, too. */
const listens: readonly NextStep[] = [
  'finish',
  'send-change',
  'mend',
  'read-rejection',
  'appeal-rejection',
  'taken-down',
  'read-removal',
  'appeal-removal',
]

function saidIn(
  workflow: WorkflowRecord,
  step: NextStep,
  houseRules: readonly HouseRule[],
): DeskItem['said'] {
  const objection = listens.includes(step) ? objectionOf(workflow) : null
  if (!objection) return null
  const { action, message, reason } = objection
  return message || reason ? { message, reason, reasonLabel: reasonLabel(action, reason, houseRules) } : null
}

/** A found row as a line of the desk; its times are filled in where it is public. */
export function asDeskItem(kind: DeskKind, row: DeskRow, home: DeskHome, now: Date): DeskItem {
  const workflow = { ...freshRecord, ...((row.workflow as object | null) ?? {}) } as WorkflowRecord
  const state = row.state as WorkflowState
  const publication = (row.publication ?? 'none') as PublicationState
  const dueAt = instantIn(row.dueAt)
  const step = nextStep(
    {
      state,
      publication,
      waitsFor: text(row.waitsFor),
      appealable: workflow.appealable !== null && workflow.appeal === null,
      dueAt: dueAt ? new Date(dueAt) : null,
    },
    now,
  )
  const id = String(row.id)
  return {
    kind,
    collection: collectionOf[kind],
    id,
    title: text(row.title),
    organisation: idAlways(row.organisation),
    state,
    publication,
    revision: Number(row.revision),
    step,
    startsAt: instantIn(row.startsAt),
    allDay: row.allDay === true,
    zone: text(row.zone) ?? home.zone,
    series: Boolean(row.recurrenceRule),
    dueAt: state === 'in-review' ? dueAt : null,
    visibleFrom: instantIn(row.visibleFrom),
    change: state !== 'approved' && (publication === 'live' || publication === 'scheduled'),
    said: saidIn(workflow, step, home.houseRules),
    times: [],
    page: publication === 'live' && home.shows ? pagePath(home, kind, id) : null,
  }
}

export const pagePath = ({ slug }: Pick<DeskHome, 'slug'>, kind: DeskKind, id: string): string =>
  `/${slug}/${pagePart[kind]}/${id}`
