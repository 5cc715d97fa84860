import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Payload } from 'payload'
import { projectMunicipality } from '../feed/projections/registers.js'
import type { MunicipalityData } from '../publication/public-data.js'
import { everyRow } from '../shared/every-row.js'
import { findPublication, numberPublication } from './number-publication.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { together, type Write } from './together.js'

type Row = Record<string, unknown> & { id: string }

/** The public copy of a municipality and what its privacy page should say; null where it says so, or a save brings it. */
async function behind(payload: Payload, municipality: string, write?: Write) {
  const row = await payload.db.findOne<Row>({
    collection: 'municipalities',
    where: { id: { equals: municipality } },
    req: write,
  })
  const shown = row && !row.outbox ? await findPublication(payload, String(row.slug), write) : null
  const data = shown?.data as MunicipalityData | null | undefined
  if (!row || !shown || !data) return null
  const { privacy } = projectMunicipality(row, null)
  return isDeepStrictEqual(data.privacy, privacy) ? null : { shown, data: { ...data, privacy } }
}

/**
 * Brings into the public copy of a municipality what its privacy page says, where something else than a save has changed
 * that; all else of the copy stays. Nothing is written where it says so already, nor where a save is under way, which
 * brings it too. The caller holds the municipality's lock.
 */
export async function refreshMunicipality(
  payload: Payload,
  municipality: string,
  at: Date,
  write: Write,
): Promise<void> {
  const found = await behind(payload, municipality, write)
  if (!found) return
  const { id, kind, organisation, state, active, pictures, municipality: slug } = found.shown
  await numberPublication(
    payload,
    {
      ...{ id, kind, municipality: slug, organisation, state, active, pictures },
      data: found.data,
      visibleFrom: null,
      visibleUntil: null,
      reason: null,
      explanation: null,
      cause: randomUUID(),
      at: at.toISOString(),
    },
    write,
  )
}

/**
 * The same for every municipality: after an upgrade, and where a process died between a shorter time that was chosen and
 * the page that tells of it. Those that say so already, as at nearly every start, take no lock and no transaction.
 */
export async function refreshMunicipalities(payload: Payload, now: Date): Promise<void> {
  for (const { id, slug } of await everyRow<{ id: string; slug?: string }>(payload, 'municipalities', {})) {
    if (!(await behind(payload, String(id)))) continue
    await oneAtATime(municipalityKey(String(slug)), () =>
      together(payload, (write) => refreshMunicipality(payload, String(id), now, write)),
    )
  }
}
