import type { Payload } from 'payload'
import type { PublicItem } from '../publication/public-data.js'
import type { Publication, PublicationKind, PublicationState } from '../publication/publication.js'
import type { Write } from './together.js'

export interface PublicationChange {
  id: string
  kind: PublicationKind
  /** Slug. */
  municipality: string
  organisation: string | null
  state: PublicationState
  active?: boolean
  hidden?: 'suspended' | 'closed' | null
  data: PublicItem | null
  pictures: string[]
  visibleFrom: string | null
  visibleUntil: string | null
  reason: string | null
  explanation: string | null
  /** Key of the derivation: the same one writes once. */
  cause: string
  at: string
}

type Row = Publication & { cause: string }

export async function findPublication(payload: Payload, id: string, write?: Write): Promise<Row | null> {
  return payload.db.findOne<Row>({ collection: 'publications', where: { id: { equals: id } }, req: write })
}

/** Takes the next change number of a municipality. A number taken and not used is a gap, which readers skip. */
async function nextNumber(payload: Payload, municipality: string, write: Write): Promise<number> {
  const take = () =>
    payload.db.updateOne({
      collection: 'change-counters',
      where: { id: { equals: municipality } },
      data: { last: { $inc: 1 } },
      options: { atomic: true },
      req: write,
    } as unknown as Parameters<Payload['db']['updateOne']>[0]) as unknown as Promise<{ last: number } | null>
  const counter = await take()
  if (counter) return Number(counter.last)
  await payload.db.create({ collection: 'change-counters', data: { id: municipality, last: 0 }, req: write })
  return Number((await take())!.last)
}

/**
 * Writes a publication under the next change number of its municipality. The caller holds `municipalityKey(slug)` and
 * is inside `together`, so that a lower number is never seen after a higher one. Returns the number.
 */
export async function numberPublication(
  payload: Payload,
  change: PublicationChange,
  write: Write,
): Promise<number> {
  const before = await findPublication(payload, change.id, write)
  if (before && before.cause === change.cause) return before.number
  const public_ = change.state === 'live'
  const number = await nextNumber(payload, change.municipality, write)
  const ended =
    public_ || change.state === 'scheduled' || change.state === 'none' ? null : (before?.ended ?? change.at)
  const data = {
    ...change,
    active: change.active ?? before?.active ?? true,
    hidden: change.hidden === undefined ? (before?.hidden ?? null) : change.hidden,
    number,
    sequence: (before?.sequence ?? -1) + 1,
    published: before?.published ?? (public_ ? change.at : null),
    modified: change.at,
    ended,
  }
  const { at: _at, ...row } = data
  if (before) {
    await payload.db.updateOne({
      collection: 'publications',
      where: { id: { equals: change.id } },
      data: row,
      req: write,
    })
  } else {
    await payload.db.create({ collection: 'publications', data: row, req: write })
  }
  return number
}
