import type { Where } from 'payload'
import type { Candidate } from '../../privacy/retention/plan.js'
import { incidentEntries, type EntryRow } from '../incidents/incident-records.js'
import { dateOf, foundRows, portionsOf, rowsOf, type Search } from './candidates.js'

/** Incidents that are closed, each by the entry that closed it: one that was opened anew since is none of them. */
export async function findIncidents(search: Search): Promise<Candidate[]> {
  const old: Where = { closedAt: { less_than_equal: search.bound('incidents') } }
  const columns = ['closedAt', 'incident', 'municipality', 'sequence']
  const closing = (await foundRows(search, incidentEntries, [old], columns)) as unknown as EntryRow[]
  const newest = new Map<string, number>()
  for (const some of portionsOf([...new Set(closing.map(({ incident }) => incident))]))
    for (const row of await rowsOf(search.payload, incidentEntries, { incident: { in: some } }, columns))
      newest.set(String(row.incident), Math.max(Number(row.sequence), newest.get(String(row.incident)) ?? 0))
  return closing.flatMap(({ id, incident, municipality, sequence, closedAt }): Candidate[] => {
    const trigger = dateOf(closedAt)
    if (!trigger || newest.get(incident) !== Number(sequence)) return []
    return [{ id: String(id), category: 'incidents', line: municipality, trigger, subject: incident }]
  })
}
