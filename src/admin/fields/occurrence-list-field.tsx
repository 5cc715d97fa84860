'use client'

import { useState } from 'react'
import { dayWords, instantFromInput, timeWords } from '../time-words.js'
import { useField } from '../ui-kit.js'
import { comingTimes } from './coming-times.js'
import { ChooseOne } from './controls.js'
import { fieldId, FieldFrame, useFieldWords, type FieldProps } from './field-frame.js'
import { useSeries } from './use-series.js'

function useSay() {
  const { zone } = useSeries()
  return (value: string, language: Parameters<typeof dayWords>[1]) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? dayWords(value, language)
      : (timeWords(value, zone, language) ?? value)
}

/** Times that are left out of a series, or added to it. What is left out is chosen among the times that there are. */
export function OccurrenceListField({ path, field, readOnly }: FieldProps) {
  const { title, help, w, language } = useFieldWords(field)
  const { value, setValue, disabled } = useField<string[] | null>({ path })
  const { when, zone, allDay } = useSeries()
  const say = useSay()
  const [typed, setTyped] = useState('')
  const chosen = Array.isArray(value) ? value : []
  const id = fieldId(path)
  const off = readOnly || disabled
  const leavesOut = field.name === 'exceptions'
  const add = (each: string | null) => {
    if (each && !chosen.includes(each)) setValue([...chosen, each].sort())
    setTyped('')
  }
  return (
    <FieldFrame id={id} label={title} help={help} group>
      <ul className="torg-list">
        {chosen.map((each) => (
          <li key={each}>
            <span>{say(each, language)}</span>
            {!off && (
              <button
                type="button"
                className="torg-button torg-button--small"
                aria-label={`${w.takeAway} ${say(each, language)}`}
                onClick={() => setValue(chosen.filter((one) => one !== each))}
              >
                {w.takeAway}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!off && leavesOut && (
        <select
          className="torg-input"
          id={id}
          aria-label={w.leaveOutOne}
          value=""
          onChange={(event) => add(event.target.value)}
        >
          <option value="">{w.leaveOutOne}</option>
          {comingTimes(when, zone, new Date(), 100, true)
            .filter((each) => !chosen.includes(each))
            .map((each) => (
              <option key={each} value={each}>
                {say(each, language)}
              </option>
            ))}
        </select>
      )}
      {!off && !leavesOut && (
        <div className="torg-line">
          <input
            className="torg-input"
            id={id}
            aria-label={w.addOne}
            type={allDay ? 'date' : 'datetime-local'}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button
            type="button"
            className="torg-button"
            disabled={!typed}
            onClick={() => add(allDay ? typed : instantFromInput(typed, zone))}
          >
            {w.addOne}
          </button>
        </div>
      )}
    </FieldFrame>
  )
}

/** Which time of the series a change is about. */
export function OccurrenceField(props: FieldProps) {
  const { w, language } = useFieldWords(props.field)
  const { value } = useField<string | null>({ path: props.path })
  const { when, zone } = useSeries()
  const say = useSay()
  const times = comingTimes(when, zone, new Date(), 100)
  const all = value && !times.includes(value) ? [value, ...times] : times
  return (
    <ChooseOne
      props={props}
      choices={all.map((each) => ({ value: each, label: say(each, language) }))}
      empty={w.chooseOne}
    />
  )
}
