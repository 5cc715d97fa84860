'use client'

import type { IncidentFacts } from '../../privacy/incidents/incident.js'
import { incidentCategoryLabels, incidentKindLabels, reportingLabels } from '../messages/incidents.js'
import { timeWords } from '../time-words.js'
import { useIncidentWords } from './use-incidents.js'

/** What is known of an incident, one fact a line. */
export function IncidentFactList({ facts, zone }: { facts: IncidentFacts; zone: string }) {
  const { say, label, language } = useIncidentWords()
  const at = (instant: string | null) => timeWords(instant, zone, language)
  const lines: [string, string | null][] = [
    [say('kind'), label(incidentKindLabels[facts.kind])],
    [say('discoveredAt'), at(facts.discoveredAt)],
    [say('categories'), facts.categories.map((each) => label(incidentCategoryLabels[each])).join(', ')],
    [say('people'), facts.people === null ? say('unknown') : String(facts.people)],
    [say('consequences'), facts.consequences],
    [say('measures'), facts.measures],
    [say('authority'), label(reportingLabels[facts.authority])],
    [say('authorityAt'), at(facts.authorityAt)],
    [say('authorityReason'), facts.authorityReason],
    [say('told'), label(reportingLabels[facts.told])],
    [say('toldAt'), at(facts.toldAt)],
  ]
  return (
    <dl className="torg-incident__facts">
      {lines.map(([title, value]) =>
        value ? (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
