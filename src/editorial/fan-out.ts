import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Publication } from '../publication/publication.js'
import { numberPublication } from './number-publication.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { together } from './together.js'

type Row = Publication & { cause: string }

/** What hides a publication now, by the flags of its organisation and municipality. */
function hiddenBy(row: Row, inactive: Map<string, boolean>): Publication['hidden'] {
  if (row.kind !== 'municipality' && inactive.get(row.municipality)) return 'closed'
  return row.organisation && inactive.get(row.organisation) ? 'suspended' : null
}

/**
 * Gives every publication whose owner was suspended or closed (or is open again) its own change number, so that
 * readers of the delta hear of it. The flag has hidden it on every door long before; this may be stopped and done again.
 */
export async function fanOut(payload: Payload): Promise<number> {
  const { docs: owners } = await payload.db.find<Row>({
    collection: 'publications',
    where: { kind: { in: ['organisation', 'municipality'] } },
    limit: 100_000,
    pagination: false,
  })
  const inactive = new Map(owners.map((row) => [String(row.id), row.active === false]))
  let written = 0
  for (const where of [
    { and: [{ state: { equals: 'live' } }, { hidden: { in: ['suspended', 'closed'] } }] },
    ...owners
      .filter((row) => row.active === false)
      .map((row) => ({
        and: [
          { state: { equals: 'live' } },
          row.kind === 'municipality'
            ? { municipality: { equals: row.id } }
            : { organisation: { equals: row.id } },
        ],
      })),
  ]) {
    const { docs } = await payload.db.find<Row>({
      collection: 'publications',
      where: where as never,
      limit: 100_000,
      pagination: false,
    })
    for (const row of docs) if (await settle(payload, row, inactive)) written += 1
  }
  return written
}

async function settle(payload: Payload, seen: Row, inactive: Map<string, boolean>): Promise<boolean> {
  if (hiddenBy(seen, inactive) === (seen.hidden ?? null)) return false
  return oneAtATime(municipalityKey(seen.municipality), () =>
    together(payload, async (write) => {
      const row = await payload.db.findOne<Row>({
        collection: 'publications',
        where: { id: { equals: seen.id } },
        req: write,
      })
      if (!row || row.state !== 'live') return false
      const hidden = hiddenBy(row, inactive)
      if (hidden === (row.hidden ?? null)) return false
      await numberPublication(
        payload,
        {
          id: row.id,
          kind: row.kind,
          municipality: row.municipality,
          organisation: row.organisation ?? null,
          state: row.state,
          hidden,
          data: row.data,
          pictures: row.pictures,
          visibleFrom: row.visibleFrom,
          visibleUntil: row.visibleUntil,
          reason: row.reason,
          explanation: row.explanation,
          cause: randomUUID(),
          at: new Date().toISOString(),
        },
        write,
      )
      return true
    }),
  )
}

/** Begins the fan-out without waiting for it; the reconciler finishes what does not come to an end. */
export function fanOutSoon(payload: Payload): void {
  void oneAtATime('fan-out', () => fanOut(payload)).catch((error: unknown) => {
    payload.logger.error({ code: (error as { code?: string }).code ?? 'internal' }, 'fan-out')
  })
}
