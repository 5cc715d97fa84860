import type { Payload, Where } from 'payload'
import { compareAndSet } from '../compare-and-set.js'
import { together } from '../together.js'
import { asWorkingDocument, collectionOf, type ModeratedKind, moderatedKinds } from '../working-document.js'
import { listColumns } from './list-columns.js'

type Row = Record<string, unknown> & { id: string }

const some = { greater_than: '1970-01-01T00:00:00.000Z' }
const none = { equals: null }

/** What an earlier version wrote: it waits, or is public, and stands in no list yet. */
const unlisted: Where = {
  or: [
    { and: [{ waitsFor: none }, { or: [{ submittedAt: some }, { listedForReview: { equals: true } }] }] },
    {
      and: [
        { changedKey: none },
        { publication: { not_equals: 'none' } },
        { state: { not_equals: 'erased' } },
      ],
    },
  ],
}

const batch = 200

/**
 * Puts documents of an earlier version into editors' lists. At start, before anything answers; finds nothing once it has
 * run. What a list cannot hold (an application that was invited) is looked at again and left.
 */
export async function fillLists(payload: Payload): Promise<number> {
  let filled = 0
  for (const kind of moderatedKinds) {
    for (let last: string | null = null; ;) {
      const { docs }: { docs: Row[] } = await payload.db.find<Row>({
        collection: collectionOf[kind],
        where: last === null ? unlisted : { and: [unlisted, { id: { greater_than: last } }] },
        sort: 'id',
        limit: batch,
        pagination: false,
      })
      for (const row of docs) filled += await fill(payload, kind, row)
      if (docs.length < batch) break
      last = String(docs.at(-1)!.id)
    }
  }
  return filled
}

async function fill(payload: Payload, kind: ModeratedKind, row: Row): Promise<number> {
  const document = asWorkingDocument(kind, row)
  // An earlier version kept no time of the last change of what is public; the row's own is the nearest.
  const at = new Date(String(row.updatedAt)).toISOString()
  const columns = listColumns(document, {
    kind,
    unique: document.id,
    at,
    publicChanged: false,
    unreviewed: document.listedForReview || document.workflow.approvedByRule !== null ? 'out' : 'keep',
  })
  if (columns.waitsFor === null && columns.changedKey === null) return 0
  const won = await together(payload, (write) => compareAndSet(payload, kind, document, columns, write))
  return won ? 1 : 0
}
