import type { CollectionSlug, Payload, Where } from 'payload'
import { everyRow } from '../shared/every-row.js'
import { demoOperator } from './demo-accounts.js'

/** Whether the demo was made to its end: its operator comes last. */
export async function demoIsWhole(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'accounts',
    where: { and: [{ demo: { equals: true } }, { username: { equals: demoOperator } }] },
  })
  return totalDocs > 0
}

/** What hangs on a demo municipality, without its accounts and pictures. */
const made: CollectionSlug[] = [
  'notices',
  'moderation-log',
  'revisions',
  'publications',
  'posts',
  'events',
  'places',
  'memberships',
  'organisations',
  'categories',
  'municipalities',
  'change-counters',
]

/**
 * Takes away what an interrupted seeding left, so that it can begin anew. Only for a database whose municipalities are
 * demo ones and were never served; accounts that an operator made stay, with their memberships.
 */
export async function clearDemo(payload: Payload): Promise<void> {
  const asSystem = { overrideAccess: true, context: { asSystem: true } }
  for (const { id } of await everyRow(payload, 'media', {}))
    await payload.delete({ collection: 'media', id, ...asSystem })
  const others = await everyRow(payload, 'accounts', { demo: { not_equals: true } })
  const keep = others.map(({ id }) => String(id))
  for (const collection of made) {
    const where: Where = collection === 'memberships' && keep.length > 0 ? { account: { not_in: keep } } : {}
    await payload.db.deleteMany({ collection, where })
  }
  await payload.db.deleteMany({ collection: 'accounts', where: { demo: { equals: true } } })
}
