'use client'

import { useEffect, useState } from 'react'
import { fetchJson } from '../fetch-json.js'
import { incidentKindLabels } from '../messages/incidents.js'
import { clockWords, isPressing } from './incident-words.js'
import { registerAddress, useIncidentWords, type ClockedIncident } from './use-incidents.js'

type Open = ClockedIncident & { municipality: string }

/** On the overview of a municipality's admin: each open incident with its clock. */
export function OpenIncidents({ municipalities }: { municipalities: string[] }) {
  const { say, label, language } = useIncidentWords()
  const [open, setOpen] = useState<Open[]>([])
  const asked = municipalities.join(' ')
  useEffect(() => {
    let here = true
    const all = asked.split(' ').filter(Boolean).map(openIn)
    void Promise.all(all).then((found) => {
      if (here) setOpen(found.flat())
    })
    return () => {
      here = false
    }
  }, [asked])
  if (open.length === 0) return null
  return (
    <section className="torg-panel" aria-labelledby="torg-open-incidents">
      <h2 id="torg-open-incidents">
        {say('openOnes')} <span className="torg-count">{open.length}</span>
      </h2>
      <ul className="torg-lines">
        {open.map(({ id, municipality, now: { kind }, clock }) => (
          <li key={id}>
            <a href={`/admin/incidents?municipality=${municipality}`}>{label(incidentKindLabels[kind])}</a>
            <span className={`torg-mark${isPressing(clock) ? ' torg-mark--late' : ''}`}>
              {clockWords(clock, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function openIn(municipality: string): Promise<Open[]> {
  const { ok, body } = await fetchJson<{ incidents: ClockedIncident[] }>(registerAddress(municipality))
  return ok ? body.incidents.filter(({ now }) => !now.closed).map((one) => ({ ...one, municipality })) : []
}
