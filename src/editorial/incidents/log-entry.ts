import type { Payload } from 'payload'
import { everyRow } from '../../shared/every-row.js'
import { appendEntry, bare } from '../log/append-entry.js'
import { together, type Write } from '../together.js'
import { incidentEntries, type EntryRow } from './incident-records.js'

type Update = Parameters<Payload['db']['updateOne']>[0]

/** Writes into the log what an entry of the register did, by ids and codes: no text of it. Once, however often it is tried. */
export async function logIncidentEntry(payload: Payload, row: EntryRow, write?: Write): Promise<void> {
  if (!row.outbox) return
  const { incident, municipality, sequence, at, facts, outbox } = row
  await appendEntry(
    payload,
    {
      ...bare,
      key: String(row.id),
      at: new Date(at).toISOString(),
      action: sequence === 1 ? 'open-incident' : 'change-incident',
      kind: 'incident',
      document: incident,
      municipality,
      actor: outbox.actor,
      device: outbox.device,
      reason: facts.closed ? 'closed' : null,
      number: sequence,
    },
    write,
  )
  await payload.db.updateOne({
    collection: incidentEntries,
    where: { id: { equals: row.id } },
    data: { outbox: null },
    options: { atomic: true },
    req: write,
  } as unknown as Update)
}

/** Logs what a process that died had stored and not logged. Gives how many. */
export async function logUntoldEntries(payload: Payload): Promise<number> {
  const rows = await everyRow<EntryRow>(payload, incidentEntries, { outbox: { exists: true } })
  const untold = rows.filter(({ outbox }) => outbox)
  for (const row of untold) await together(payload, (write) => logIncidentEntry(payload, row, write))
  return untold.length
}
