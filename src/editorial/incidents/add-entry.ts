import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Incident } from '../../privacy/incidents/incident.js'
import { factsOf, incidentFaults, incidentTexts } from '../../privacy/incidents/incident-faults.js'
import { findingFault } from '../../privacy/finding-faults.js'
import { textFields } from '../../privacy/find-in-fields.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError, mostFaults, nothingHere } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { isMunicipalityAdminOf } from '../../tenancy/membership.js'
import { findInTexts } from '../find-in-texts.js'
import { municipalityKey, oneAtATime } from '../one-at-a-time.js'
import { together, type Write } from '../together.js'
import { incidentEntries, incidentsWhere, type EntryRow } from './incident-records.js'
import { logIncidentEntry } from './log-entry.js'

export interface EntryWanted {
  municipality: string
  /** Of which incident; null opens one. */
  incident: string | null
  /** Number of the newest entry that was seen; 0 for a new incident. */
  seen: unknown
  /** The whole of what is known, as it was sent. */
  facts: Record<string, unknown>
}

/** Of the texts anything that looks like a person's number, telephone, address or account is refused: the register needs none. */
function refusePersonalData(facts: Record<string, unknown>, now: Date): void {
  const texts = Object.fromEntries(incidentTexts.map((field) => [field, facts[field]]))
  const faults = findInTexts(textFields(texts), now).slice(0, mostFaults).map(findingFault)
  if (faults.length > 0)
    throw new DomainError(
      'personal-data',
      'This holds what looks like data of a person. Describe what happened without them.',
      { faults },
    )
}

/**
 * Adds an entry to the register of incidents: opens an incident, or says the whole of it anew as it is known now. Earlier entries
 * stay as they are. Only the municipality's admin does so; logged without a word of it. Throws `not-allowed`, `not-found`,
 * `revision-conflict` where somebody has added one meanwhile, `invalid-input` with a fault for each field, and `personal-data`.
 */
export async function addIncidentEntry(
  payload: Payload,
  { municipality, incident, seen, facts }: EntryWanted,
  actor: Actor,
  clock: Clock,
): Promise<Incident> {
  if (!isMunicipalityAdminOf(actor, municipality))
    throw new DomainError('not-allowed', 'Only the admin of the municipality writes in its register.')
  const now = clock.now()
  const faults = [
    ...(Number.isInteger(seen) && (seen as number) >= 0
      ? []
      : [{ field: 'sequence', code: 'required', message: 'Number of the newest entry that was seen' }]),
    ...incidentFaults(facts, now),
  ]
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'The entry cannot be added so.', {
      faults: faults.slice(0, mostFaults),
    })
  refusePersonalData(facts, now)
  const id = incident ?? randomUUID()
  return oneAtATime(municipalityKey(`incidents ${municipality}`), () =>
    together(payload, async (write) => {
      const last = incident === null ? 0 : await lastOf(payload, { incident, municipality }, write)
      if (last !== seen)
        throw new DomainError('revision-conflict', 'Somebody has added an entry meanwhile. Read it first.', {
          facts: { sequence: last },
        })
      const known = factsOf(facts)
      const sequence = last + 1
      const row = (await payload.db.create({
        collection: incidentEntries,
        data: {
          // Of two processes that add at once the second one's number is taken.
          key: `${id} ${sequence}`,
          incident: id,
          municipality,
          sequence,
          at: now.toISOString(),
          discoveredAt: known.discoveredAt,
          closedAt: known.closed ? now.toISOString() : null,
          facts: known,
          outbox: { actor: actor.account, device: actor.device ?? null },
        },
        req: write,
      })) as unknown as EntryRow
      await logIncidentEntry(payload, row, write)
      return (await incidentsWhere(payload, { incident: { equals: id } }, write))[0]!
    }),
  )
}

async function lastOf(
  payload: Payload,
  { incident, municipality }: { incident: string; municipality: string },
  write: Write,
): Promise<number> {
  const [found] = await incidentsWhere(payload, { incident: { equals: incident } }, write)
  if (!found || found.municipality !== municipality) throw nothingHere()
  return found.sequence
}
