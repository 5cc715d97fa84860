'use client'

import { useState } from 'react'
import { dayWords, inputFromInstant, instantFromInput, timeWords } from '../time-words.js'
import { useZone } from '../use-municipality.js'
import { useSibling } from './controls.js'
import { described, fieldId, FieldFrame, useFieldWords, type FieldProps } from './field-frame.js'
import { useOwnField } from './use-own-field.js'

/** An instant, typed and shown on the clock of the event's zone or of the municipality's. */
export function ZonedTimeField({ path, field, readOnly }: FieldProps) {
  const { title, help, language } = useFieldWords(field)
  const { value, setValue, error, disabled } = useOwnField<string | null>(path)
  const zone = useZone()
  const id = fieldId(path)
  // While somebody types, the input holds half a time that is no instant yet.
  const [typed, setTyped] = useState<string | null>(null)
  const said = timeWords(value, zone, language)
  return (
    <FieldFrame id={id} label={title} help={help} error={error}>
      <input
        className="torg-input"
        id={id}
        name={path}
        type="datetime-local"
        step={60}
        value={typed ?? inputFromInstant(value, zone)}
        disabled={readOnly || disabled}
        aria-describedby={[`${id}-said`, described(id, help, error)].filter(Boolean).join(' ')}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          setValue(instantFromInput(event.target.value, zone))
        }}
        onBlur={() => setTyped(null)}
      />
      <p className="torg-said" id={`${id}-said`}>
        {said ?? ''}
      </p>
    </FieldFrame>
  )
}

/** A new time of one occurrence: a day where the event lasts all day. */
export function OccurrenceTimeField(props: FieldProps) {
  return useSibling('allDay') === true ? <DayField {...props} /> : <ZonedTimeField {...props} />
}

/** A day without a time, for what lasts all day. */
export function DayField({ path, field, readOnly }: FieldProps) {
  const { title, help, language } = useFieldWords(field)
  const { value, setValue, error, disabled } = useOwnField<string | null>(path)
  const id = fieldId(path)
  return (
    <FieldFrame id={id} label={title} help={help} error={error}>
      <input
        className="torg-input"
        id={id}
        name={path}
        type="date"
        value={value ?? ''}
        disabled={readOnly || disabled}
        aria-describedby={[`${id}-said`, described(id, help, error)].filter(Boolean).join(' ')}
        aria-invalid={error ? true : undefined}
        onChange={(event) => setValue(event.target.value || null)}
      />
      <p className="torg-said" id={`${id}-said`}>
        {value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWords(value, language) : ''}
      </p>
    </FieldFrame>
  )
}
