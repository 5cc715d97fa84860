import type { Payload } from 'payload'
import { rowsInBatches } from '../shared/every-row.js'
import { compareAndSet } from './compare-and-set.js'
import type { Write } from './together.js'
import { collectionOf, type Copies, type WorkingDocument } from './working-document.js'

/** The copies without the name of an organisation, or null where they do not have it. */
function copiesWithout(copies: Copies, organisation: string): Copies | null {
  const own = copies.organisation.id === organisation && copies.organisation.name !== ''
  const coOrganisers = copies.coOrganisers.filter(({ id }) => id !== organisation)
  if (!own && coOrganisers.length === copies.coOrganisers.length) return null
  return { ...copies, coOrganisers, organisation: own ? { id: organisation, name: '' } : copies.organisation }
}

/**
 * Takes the name of an erased organisation out of every approved version that has it, its own and those of others; what
 * is public follows by the fan-out. May be done again. The caller holds the municipality's lock.
 */
export async function eraseName(
  payload: Payload,
  { id, municipality }: Pick<WorkingDocument, 'id' | 'municipality'>,
  write: Write,
): Promise<void> {
  const here = { municipality: { equals: municipality } }
  const reading = {
    select: { revision: true, outboxCause: true, approvedSnapshot: true },
    req: write,
  } as const
  for (const kind of ['event', 'post'] as const)
    for await (const rows of rowsInBatches<WorkingDocument>(payload, collectionOf[kind], here, reading))
      for (const row of rows) {
        const snapshot = row.approvedSnapshot
        const copies = snapshot && copiesWithout(snapshot.copies, id)
        if (!copies) continue
        const seen = { ...row, outboxCause: row.outboxCause ?? '' }
        await compareAndSet(payload, kind, seen, { approvedSnapshot: { ...snapshot, copies } }, write)
      }
}
