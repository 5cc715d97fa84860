import type { Payload } from 'payload'
import { rowsInBatches } from '../shared/every-row.js'
import { compareAndSet } from './compare-and-set.js'
import type { Write } from './together.js'
import { collectionOf, type Copies, type ModeratedKind, type WorkingDocument } from './working-document.js'

/** The copies without the name of an organisation, or null where they do not have it. */
function copiesWithout(copies: Copies, organisation: string): Copies | null {
  const own = copies.organisation.id === organisation && copies.organisation.name !== ''
  const coOrganisers = copies.coOrganisers.filter(({ id }) => id !== organisation)
  if (!own && coOrganisers.length === copies.coOrganisers.length) return null
  return { ...copies, coOrganisers, organisation: own ? { id: organisation, name: '' } : copies.organisation }
}

/**
 * Takes the name of an erased organisation out of every approved version that has it, its own and those of others; what
 * is public follows by the fan-out. May be done again. The caller holds the municipality's lock, as whoever decides does;
 * a save does not, and never writes the approved version. No revision grows: nobody's open form becomes another one.
 */
export async function eraseName(
  payload: Payload,
  { id, municipality }: Pick<WorkingDocument, 'id' | 'municipality'>,
  write: Write,
): Promise<void> {
  const here = { municipality: { equals: municipality } }
  for (const kind of ['event', 'post'] as const)
    for await (const rows of rowsInBatches<Named>(payload, collectionOf[kind], here, { select, req: write }))
      for (const row of rows) await eraseIn(payload, kind, row, id, write)
}

type Named = Pick<WorkingDocument, 'id' | 'revision' | 'outboxCause' | 'approvedSnapshot'>
const select = { revision: true, outboxCause: true, approvedSnapshot: true } as const

/** Somebody saves faster than this only in a fault of ours. */
const mostTries = 100

/** Tried until it is written: a save in between makes the row another one, and the name stays in it. */
async function eraseIn(
  payload: Payload,
  kind: ModeratedKind,
  first: Named,
  organisation: string,
  write: Write,
): Promise<void> {
  let row: Named | null = first
  for (let tries = 0; row; tries += 1) {
    const snapshot = row.approvedSnapshot
    const copies = snapshot && copiesWithout(snapshot.copies, organisation)
    if (!copies) return
    const seen = { ...row, outboxCause: row.outboxCause ?? '' }
    if (await compareAndSet(payload, kind, seen, { approvedSnapshot: { ...snapshot, copies } }, write)) return
    if (tries >= mostTries) throw new Error('The name of an erased organisation could not be taken out')
    row = await payload.db.findOne<Named>({
      collection: collectionOf[kind],
      where: { id: { equals: first.id } },
      select,
      req: write,
    })
  }
}
