'use client'

import { useId, useState, type FormEvent } from 'react'
import type { ShownRow } from '../../privacy/retention/shown-retention.js'
import { leastOf, lengthOf } from '../../privacy/retention/period.js'
import { Dialogue } from '../actions/dialogue.js'
import { fetchJson } from '../fetch-json.js'
import { faultSentence, faultWords } from '../problem-words.js'
import { useRetentionWords } from './use-retention.js'

interface PeriodDialogueProps {
  line: string
  row: ShownRow
  onSaved: () => Promise<void>
  onClose: () => void
}

/** A shorter time for one of the table, after saying what that means. */
export function PeriodDialogue({ line, row, onSaved, onClose }: PeriodDialogueProps) {
  const { say, label, language } = useRetentionWords()
  const id = useId()
  const [typed, setTyped] = useState(String(lengthOf(row.period)))
  const [fault, setFault] = useState<string | null>(null)
  const set = async (length: number | null) => {
    const { ok, body } = await fetchJson('/api/retention/periods', {
      method: 'POST',
      body: { municipality: line, category: row.category, length },
    })
    if (ok) return onSaved()
    const first = body.faults?.[0]
    setFault(first ? faultSentence(first, language) : faultWords(body, language))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void set(Number(typed))
  }
  const most = lengthOf(row.longest)
  const least = leastOf(row)
  return (
    <Dialogue title={say('changeOf', { what: label(row.name) })} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{say('ownMeans')}</p>
        <div className="torg-filter">
          <label htmlFor={id}>
            {say('months' in row.longest ? 'ownMonths' : 'ownDays', { least, n: most })}
          </label>
          <input
            id={id}
            className="torg-input"
            type="number"
            required
            min={least}
            max={most}
            step={1}
            value={typed}
            aria-invalid={fault !== null}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <p id={`${id}-fault`} role="alert" className="torg-retention__failed">
          {fault}
        </p>
        <p className="torg-buttons">
          <button type="submit" className="torg-button torg-button--primary">
            {say('save')}
          </button>
          {row.own && (
            <button type="button" className="torg-button" onClick={() => void set(null)}>
              {say('back')}
            </button>
          )}
          <button type="button" className="torg-button" onClick={onClose}>
            {say('cancel')}
          </button>
        </p>
      </form>
    </Dialogue>
  )
}
