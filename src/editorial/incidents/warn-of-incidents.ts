import type { Payload } from 'payload'
import { warningOf } from '../../privacy/incidents/incident-clock.js'
import type { Clock } from '../../shared/clock.js'
import { tellOf } from '../notices/tell.js'
import { incidentEntries, incidentsWhere, type EntryRow } from './incident-records.js'

/** An incident that was discovered longer ago was warned of long since. Milliseconds. */
const recent = 30 * 86_400_000

/**
 * Tells the municipality's admins that 24 of the 72 hours are left, and that they are over, where nothing was reported:
 * each once, for the moment of discovery that stands now. Gives how many incidents were told of.
 */
export async function warnOfIncidents(payload: Payload, clock: Clock): Promise<number> {
  const now = clock.now()
  const since = new Date(now.getTime() - recent).toISOString()
  const { docs } = await payload.db.find<EntryRow>({
    collection: incidentEntries,
    where: { discoveredAt: { greater_than: since } },
    select: { incident: true },
    limit: 0,
    pagination: false,
  })
  let told = 0
  for (const id of new Set(docs.map(({ incident }) => incident))) {
    const [incident] = await incidentsWhere(payload, { incident: { equals: id } })
    if (!incident) continue
    const happening = warningOf(incident.now, now)
    if (!happening) continue
    const { municipality } = incident
    const cause = `${happening} ${incident.now.discoveredAt} ${id}`
    const about = { kind: 'incident', document: id, municipality, title: null, at: now.toISOString() }
    await tellOf(payload, happening, cause, about, { organisation: null })
    told += 1
  }
  return told
}
