import type { Payload } from 'payload'
import { incidentsOf } from '../../editorial/incidents/incident-records.js'
import { clockOf } from '../../privacy/incidents/incident-clock.js'
import { labelIn, type AdminLanguage } from '../language.js'
import { incidentKindLabels, incidentLabels } from '../messages/incidents.js'
import { clockWords, isPressing } from './incident-words.js'

interface OpenIncidentsProps {
  payload: Payload
  /** Those that the account administers. */
  municipalities: readonly string[]
  language: AdminLanguage
}

/** On the overview of a municipality's admin: each open incident with its clock. */
export async function OpenIncidents({ payload, municipalities, language }: OpenIncidentsProps) {
  const now = new Date()
  const all = await Promise.all(
    municipalities.map(async (municipality) =>
      (await incidentsOf(payload, municipality))
        .filter((one) => !one.now.closed)
        .map((one) => ({ ...one, clock: clockOf(one.now, now) })),
    ),
  )
  const open = all.flat()
  if (open.length === 0) return null
  return (
    <section className="torg-panel" aria-labelledby="torg-open-incidents">
      <h2 id="torg-open-incidents">
        {labelIn(incidentLabels.openOnes, language)} <span className="torg-count">{open.length}</span>
      </h2>
      <ul className="torg-lines">
        {open.map(({ id, municipality, now: { kind }, clock }) => (
          <li key={id}>
            <a href={`/admin/incidents?municipality=${municipality}`}>
              {labelIn(incidentKindLabels[kind], language)}
            </a>
            <span className={`torg-mark${isPressing(clock) ? ' torg-mark--late' : ''}`}>
              {clockWords(clock, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
