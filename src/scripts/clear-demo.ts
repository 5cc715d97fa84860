import type { CollectionSlug, Payload, Where } from 'payload'
import { deleteCredentials } from '../editorial/accounts/credentials.js'
import { everyRow } from '../shared/every-row.js'

/** Stands while the demo is being made: a process that dies meanwhile leaves it behind. */
const mark = 'demo-under-way'

export const beginDemo = async (payload: Payload): Promise<void> => {
  if (await demoWasCutOff(payload)) return
  const until = new Date().toISOString()
  await payload.db.create({ collection: 'leases', data: { id: mark, holder: mark, until } })
}

export const endDemo = async (payload: Payload): Promise<void> => {
  await payload.db.deleteMany({ collection: 'leases', where: { id: { equals: mark } } })
}

/** Whether a making of the demo began and did not end; nobody was ever served by it. */
export const demoWasCutOff = async (payload: Payload): Promise<boolean> =>
  (await payload.db.count({ collection: 'leases', where: { id: { equals: mark } } })).totalDocs > 0

/** What hangs on a demo municipality, without its accounts and pictures. */
const made: CollectionSlug[] = [
  'notices',
  'inboxes' as CollectionSlug,
  'mails' as CollectionSlug,
  'share-links' as CollectionSlug,
  'moderation-log',
  'log-lines' as CollectionSlug,
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
  for (const { id } of await everyRow(payload, 'accounts', { demo: { equals: true } }))
    await deleteCredentials(payload, String(id))
  await payload.db.deleteMany({ collection: 'accounts', where: { demo: { equals: true } } })
}
