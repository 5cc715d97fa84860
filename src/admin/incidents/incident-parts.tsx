'use client'

import { useId } from 'react'
import { longestText } from '../../privacy/incidents/incident-faults.js'

interface PartProps {
  title: string
  value: string
  fault: string | null
  onChange: (value: string) => void
}

const described = (id: string, fault: string | null) => ({
  id,
  'aria-invalid': fault !== null,
  'aria-describedby': fault ? `${id}-fault` : undefined,
})

const Fault = ({ id, fault }: { id: string; fault: string | null }) =>
  fault && (
    <p id={`${id}-fault`} className="torg-fault">
      {fault}
    </p>
  )

/** A time on the clock of the municipality, or a number. */
export function Moment({
  title,
  value,
  fault,
  onChange,
  type = 'datetime-local',
}: PartProps & { type?: 'datetime-local' | 'number' }) {
  const id = useId()
  return (
    <div className="torg-incident__field">
      <label htmlFor={id}>{title}</label>
      <input
        {...described(id, fault)}
        type={type}
        className="torg-input"
        required={type === 'datetime-local'}
        min={type === 'number' ? 0 : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Fault id={id} fault={fault} />
    </div>
  )
}

/** A text of several lines. */
export function Long({ title, value, fault, required, onChange }: PartProps & { required: boolean }) {
  const id = useId()
  return (
    <div className="torg-incident__field">
      <label htmlFor={id}>{title}</label>
      <textarea
        {...described(id, fault)}
        className="torg-input"
        rows={3}
        required={required}
        maxLength={longestText}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Fault id={id} fault={fault} />
    </div>
  )
}

interface ChoiceProps {
  title: string
  value: string
  choices: readonly (readonly [string, string])[]
  onChange: (value: string) => void
}

/** One of a closed list. */
export function Choice({ title, value, choices, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="torg-incident__field">
      <label htmlFor={id}>{title}</label>
      <select id={id} className="torg-input" value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
