import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import type { Incident, IncidentEntry, IncidentFacts } from '../../privacy/incidents/incident.js'
import { everyRow } from '../../shared/every-row.js'

export const incidentEntries = 'incident-entries' as CollectionSlug

/** An entry as it lies in the database, with who added it for as long as the log does not tell it. */
export interface EntryRow {
  id: string
  incident: string
  municipality: string
  sequence: number
  at: string
  closedAt?: string | null
  facts: IncidentFacts
  outbox?: { actor: string | null; device: number | null } | null
}

export const entryOf = ({ id, incident, municipality, sequence, at, facts }: EntryRow): IncidentEntry => ({
  ...facts,
  id: String(id),
  incident,
  municipality,
  sequence: Number(sequence),
  at: new Date(at).toISOString(),
})

const factsOnly = ({
  id: _id,
  incident: _incident,
  municipality: _municipality,
  sequence: _sequence,
  at: _at,
  ...facts
}: IncidentEntry): IncidentFacts => facts

/** Incidents with all of their entries, the last opened first. */
export async function incidentsWhere(
  payload: Payload,
  where: Where,
  req?: PayloadRequest,
): Promise<(Incident & { municipality: string })[]> {
  const byIncident = new Map<string, IncidentEntry[]>()
  for (const entry of (await everyRow<EntryRow>(payload, incidentEntries, where, req)).map(entryOf))
    byIncident.set(entry.incident, [...(byIncident.get(entry.incident) ?? []), entry])
  return [...byIncident]
    .map(([id, some]) => {
      const entries = some.sort((one, other) => other.sequence - one.sequence)
      const newest = entries[0]!
      return {
        id,
        municipality: newest.municipality,
        sequence: newest.sequence,
        openedAt: entries.at(-1)!.at,
        now: factsOnly(newest),
        entries,
      }
    })
    .sort((one, other) => other.openedAt.localeCompare(one.openedAt))
}

export const incidentsOf = (payload: Payload, municipality: string) =>
  incidentsWhere(payload, { municipality: { equals: municipality } })
