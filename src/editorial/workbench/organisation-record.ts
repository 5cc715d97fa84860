import type { Payload } from 'payload'
import type { OrganisationRecord } from '../../moderation/review-item.js'
import type { Reader } from '../queue/queue-rows.js'

const aYear = 365 * 86_400_000
/** So many of the latest entries are counted. An organisation with more in a year is known without counting. */
const mostCounted = 300

const tellsOf: Record<keyof Omit<OrganisationRecord, 'counted' | 'complete'>, readonly string[]> = {
  approved: ['approve', 'approve-with-edits', 'publish', 'overturn', 'submit'],
  changesRequested: ['request-changes'],
  refused: ['reject'],
  lateChanges: ['announce'],
  takenDown: ['withdraw', 'remove'],
}

/**
 * What the log of the last twelve months says of an organisation's events and posts. A submission counts as approved
 * where a rule let it through.
 */
export async function organisationRecord(
  payload: Payload,
  organisation: string,
  now: Date,
  user: Reader,
): Promise<OrganisationRecord> {
  const { docs } = await payload.find({
    collection: 'moderation-log' as 'events',
    where: {
      and: [
        { organisation: { equals: organisation } },
        { at: { greater_than: new Date(now.getTime() - aYear).toISOString() } },
        { action: { in: Object.values(tellsOf).flat() } },
        { kind: { in: ['event', 'post'] } },
      ],
    },
    select: { action: true, toState: true } as never,
    sort: '-at',
    limit: mostCounted + 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user,
  })
  const rows = (docs as unknown as { action: string; toState?: string }[]).slice(0, mostCounted)
  const count = (actions: readonly string[]) =>
    rows.filter(
      ({ action, toState }) => actions.includes(action) && (action !== 'submit' || toState === 'approved'),
    ).length
  return {
    approved: count(tellsOf.approved),
    changesRequested: count(tellsOf.changesRequested),
    refused: count(tellsOf.refused),
    lateChanges: count(tellsOf.lateChanges),
    takenDown: count(tellsOf.takenDown),
    counted: rows.length,
    complete: docs.length <= mostCounted,
  }
}
