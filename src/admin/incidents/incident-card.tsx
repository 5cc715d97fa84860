'use client'

import { useState } from 'react'
import { incidentKindLabels } from '../messages/incidents.js'
import { timeWords } from '../time-words.js'
import { IncidentFactList } from './incident-facts.js'
import { IncidentForm } from './incident-form.js'
import { clockWords, isPressing } from './incident-words.js'
import { useIncidentWords, type ClockedIncident } from './use-incidents.js'

interface IncidentCardProps {
  municipality: string
  incident: ClockedIncident
  zone: string
  admin: boolean
  onSaved: (sentence: string) => Promise<void>
}

/** One incident: how its clock stands, what is known now, all earlier entries, and for the admin the next one. */
export function IncidentCard({ municipality, incident, zone, admin, onSaved }: IncidentCardProps) {
  const { say, label, language } = useIncidentWords()
  const [adding, setAdding] = useState(false)
  const { id, now, clock, entries, sequence } = incident
  const name = `torg-incident-${id}`
  return (
    <section className="torg-panel torg-incident" aria-labelledby={name}>
      <h2 id={name}>
        {label(incidentKindLabels[now.kind])} · {timeWords(now.discoveredAt, zone, language)}
      </h2>
      <p>
        <span className={`torg-mark${isPressing(clock) ? ' torg-mark--late' : ''}`}>
          {clockWords(clock, language)}
        </span>{' '}
        {now.closed && <span className="torg-badge">{say('closed')}</span>}{' '}
        <span className="torg-about">{say('by', { at: timeWords(clock.by, zone, language) ?? '' })}</span>
      </p>
      <IncidentFactList facts={now} zone={zone} />
      {entries.length > 1 && (
        <details className="torg-details">
          <summary>{say('history', { n: entries.length })}</summary>
          {entries.map((entry) => (
            <div key={entry.id}>
              <h3>{say('entry', { n: entry.sequence, at: timeWords(entry.at, zone, language) ?? '' })}</h3>
              <IncidentFactList facts={entry} zone={zone} />
            </div>
          ))}
        </details>
      )}
      {admin && (
        <p className="torg-buttons">
          <button
            type="button"
            className="torg-button torg-button--small"
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            {adding ? say('cancel') : say('add')}
          </button>
        </p>
      )}
      {adding && (
        <IncidentForm
          key={sequence}
          municipality={municipality}
          zone={zone}
          of={{ id, sequence, facts: now }}
          onSaved={async (sentence) => {
            setAdding(false)
            await onSaved(sentence)
          }}
        />
      )}
    </section>
  )
}
