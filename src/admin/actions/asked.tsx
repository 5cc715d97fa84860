'use client'

import { useState, type SyntheticEvent } from 'react'
import { comingTimes, type WhenFields } from '../fields/coming-times.js'
import { dayWords, timeWords } from '../time-words.js'
import { faultSentence } from '../problem-words.js'
import { useWords } from '../use-words.js'
import { FoundIn } from '../writing/found.js'
import type { Need } from './action-list.js'

/** Every occurrence; said, never supposed. */
export const wholeSeries = 'series'

/** Characters of a choice that a telephone shows. */
const mostInList = 40
const longest: Record<string, number> = { message: 4000, explanation: 1000 }

interface AskedProps {
  need: Need
  title: string
  remark: string | null
  value: string
  /** When the event takes place, for choosing one of its times. */
  when: WhenFields
  zone: string
  onChange: (value: string) => void
}

/** One thing that an action asks for. */
export function Asked({ need, title, remark, value, when, zone, onChange }: AskedProps) {
  const { w, label, language } = useWords()
  const [refused, setRefused] = useState(false)
  const id = `torg-ask-${need.field}`
  const chosen = label(need.choices?.find(({ code }) => code === value)?.label)
  // A closed list cuts what is long, and a house rule is a sentence.
  const whole = chosen.length > mostInList ? chosen : null
  const unfilled = refused && need.required && !value
  const described = [whole ? `${id}-whole` : null, unfilled ? `${id}-fault` : null].filter(Boolean).join(' ')
  const checked = {
    required: need.required,
    'aria-invalid': unfilled || undefined,
    'aria-describedby': described || undefined,
    // Said beside the field and in the language of the page, not in a bubble in that of the browser.
    onInvalid: (event: SyntheticEvent<HTMLSelectElement | HTMLTextAreaElement>) => {
      event.preventDefault()
      setRefused(true)
      if (event.currentTarget.form?.querySelector(':invalid') === event.currentTarget)
        event.currentTarget.focus()
    },
  }
  return (
    <div className="torg-field">
      <label className="field-label" htmlFor={id}>
        {title}
        {need.required && (
          <span className="required" aria-hidden="true">
            *
          </span>
        )}
        {remark && <span className="torg-optional"> ({remark})</span>}
      </label>
      {need.field === 'occurrence' ? (
        <Occurrences id={id} value={value} when={when} zone={zone} onChange={onChange} />
      ) : need.choices ? (
        <>
          <select
            className="torg-input"
            id={id}
            value={value}
            {...checked}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value="">{need.required ? w.chooseOne : '–'}</option>
            {need.choices.map((choice) => (
              <option key={choice.code} value={choice.code}>
                {label(choice.label)}
              </option>
            ))}
          </select>
          {whole && (
            <p className="torg-help" id={`${id}-whole`}>
              {whole}
            </p>
          )}
        </>
      ) : (
        <>
          <textarea
            className="torg-input"
            id={id}
            rows={4}
            value={value}
            {...checked}
            maxLength={longest[need.field]}
            onChange={(event) => onChange(event.target.value)}
          />
          <FoundIn text={value} />
        </>
      )}
      {unfilled && (
        <p className="torg-fault" id={`${id}-fault`}>
          {faultSentence({ field: need.field, code: 'required', message: '' }, language)}
        </p>
      )}
    </div>
  )
}

/** At most so many coming times can be chosen from. */
const mostTimes = 40

/** The coming times of the event. Of a series one must be chosen, or all of it: nothing is supposed. */
function Occurrences({
  id,
  value,
  when: data,
  zone,
  onChange,
}: Pick<AskedProps, 'value' | 'when' | 'zone' | 'onChange'> & { id: string }) {
  const { w, language } = useWords()
  const times = data.recurrenceRule ? comingTimes(data, zone, new Date(), mostTimes) : []
  const many = times.length === mostTimes ? `${mostTimes}+` : String(times.length)
  return (
    <select className="torg-input" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{data.recurrenceRule ? w.chooseOne : w.wholeEvent}</option>
      {times.map((each) => (
        <option key={each} value={each}>
          {data.allDay ? dayWords(each, language) : timeWords(each, zone, language)}
        </option>
      ))}
      {Boolean(data.recurrenceRule) && <option value={wholeSeries}>{`${w.wholeSeries} (${many})`}</option>}
    </select>
  )
}
