import { randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import type { Publication } from '../publication/publication.js'
import { numberPublication } from './number-publication.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { renamed, type Names } from './organisation-names.js'
import { together } from './together.js'
import { everyRow } from '../shared/every-row.js'

type Row = Publication & { cause: string }

/** What concerns everything of an owner: whether it is active, and what it is called. */
interface Owners {
  inactive: ReadonlyMap<string, boolean>
  names: Names
}

/** For so long after its last change an organisation's items are looked through for an older name. */
const lately = 10 * 60_000

/** What hides a publication now, by the flags of its organisation and municipality. */
function hiddenBy(row: Row, { inactive }: Owners): Publication['hidden'] {
  if (row.kind !== 'municipality' && inactive.get(row.municipality)) return 'closed'
  return row.organisation && inactive.get(row.organisation) ? 'suspended' : null
}

const live: Where = { state: { equals: 'live' } }

/** Which publications may have to be written anew, one query for each reason. */
function concerned(owners: Row[], since: number): Where[] {
  const inactive = owners.filter((row) => row.active === false)
  const changed = owners.filter((row) => row.kind === 'organisation' && Date.parse(row.modified) >= since)
  return [
    { and: [live, { hidden: { in: ['suspended', 'closed'] } }] },
    ...inactive.map((row) => ({
      and: [
        live,
        { [row.kind === 'municipality' ? 'municipality' : 'organisation']: { equals: row.id } } as Where,
      ],
    })),
    // Of the whole municipality: as a co-organiser it is named on the items of others.
    ...[...new Set(changed.map((row) => row.municipality))].map((municipality) => ({
      and: [live, { municipality: { equals: municipality } } as Where, { kind: { in: ['event', 'post'] } }],
    })),
  ]
}

/**
 * Gives every publication whose owner was suspended or closed (or is open again), or is called otherwise now, its own
 * change number, so that readers of the delta hear of it. The flag has hidden it on every door long before; this may
 * be stopped and done again. `everything`: at start, when nobody knows what was left unfinished.
 */
export async function fanOut(payload: Payload, { everything = false } = {}): Promise<number> {
  const find = (where: Where) => everyRow<Row>(payload, 'publications', where)
  const rows = await find({ kind: { in: ['organisation', 'municipality'] } })
  const owners: Owners = {
    inactive: new Map(rows.map((row) => [String(row.id), row.active === false])),
    names: new Map(
      rows.flatMap((row) => (row.data?.kind === 'organisation' ? [[row.id, row.data.name]] : [])),
    ),
  }
  let written = 0
  for (const where of concerned(rows, everything ? 0 : Date.now() - lately)) {
    for (const row of await find(where)) {
      if (!(await settle(payload, row, owners))) continue
      written += 1
      // SQLite answers without ever letting go of the thread: requests and the feed's poll must come in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return written
}

/** What the publication must become, or null where it is so already. */
function due(row: Row, owners: Owners): Pick<Publication, 'hidden' | 'data'> | null {
  const hidden = hiddenBy(row, owners)
  const before = row.hidden ?? null
  // What is hidden has had its tombstone; it gets its new name when it comes back.
  const data = hidden === null ? renamed(row.data, owners.names) : null
  return hidden === before && data === null ? null : { hidden, data: data ?? row.data }
}

async function settle(payload: Payload, seen: Row, owners: Owners): Promise<boolean> {
  if (!due(seen, owners)) return false
  return oneAtATime(municipalityKey(seen.municipality), () =>
    together(payload, async (write) => {
      const row = await payload.db.findOne<Row>({
        collection: 'publications',
        where: { id: { equals: seen.id } },
        req: write,
      })
      const change = row?.state === 'live' ? due(row, owners) : null
      if (!row || !change) return false
      const { id, kind, municipality, state, pictures, visibleFrom, visibleUntil, reason, explanation } = row
      await numberPublication(
        payload,
        {
          ...{ id, kind, municipality, state, pictures, visibleFrom, visibleUntil, reason, explanation },
          organisation: row.organisation ?? null,
          ...change,
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
