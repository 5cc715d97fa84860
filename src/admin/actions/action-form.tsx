'use client'

import { useState } from 'react'
import { comingTimes } from '../fields/coming-times.js'
import { fieldTitle, type ReadableField } from '../read-values.js'
import { dayWords, timeWords } from '../time-words.js'
import { useForm } from '../ui-kit.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { FoundIn } from '../writing/found.js'
import { grave, savesFirst, withUndo } from './action-order.js'
import { Findings } from './findings.js'
import { askedTitle } from './asked-title.js'
import type { ActionList, Need, Offered } from './action-list.js'

export interface ActionInput {
  message?: string
  reason?: string
  explanation?: string
  status?: string
  occurrence?: string
  override?: string
}

/** What is decided comes first, then why, the words about it last. */
const inTurn = ['occurrence', 'status', 'reason', 'explanation', 'note', 'message']

/** Every occurrence; said, never supposed. */
const wholeSeries = 'series'

interface FormProps {
  offered: Offered
  /** What was typed for this action before the dialogue was closed. */
  typed: ActionInput
  onType: (input: ActionInput) => void
  collection: string
  /** Names of the fields that the form changed: they go along as edits, or are left behind. */
  changed: readonly string[]
  fields: readonly ReadableField[]
  /** What would be refused, and what the municipality will look at, before it is sent. */
  missing: ActionList['missing']
  findings: ActionList['findings']
  fault: { sentence: string; details: string[] } | null
  sending: boolean
  onSend: (input: ActionInput) => void
  onClose: () => void
}

/** Asks for what an action needs, and says what will happen. */
export function ActionForm(props: FormProps) {
  const { offered, collection, typed, onType, changed, fields, fault, sending, onSend, onClose } = props
  const { w, label, language } = useWords()
  const [input, setInput] = useState<ActionInput>(typed)
  const { getData } = useForm()
  const series = Boolean(getData().recurrenceRule)
  const asks = offered.needs
    .filter(({ field }) => field !== 'edits')
    .map((need) => (need.field === 'occurrence' && series ? { ...need, required: true } : need))
    .sort((a, b) => inTurn.indexOf(a.field) - inTurn.indexOf(b.field))
  const undecided = series && asks.some(({ field }) => field === 'occurrence') && !input.occurrence
  const goAlong = savesFirst.includes(offered.action) || offered.needs.some(({ field }) => field === 'edits')
  const eitherOf = asks.filter(({ field, required }) => !required && eitherOr.includes(field))
  const set = (field: string, value: string) => {
    const next = { ...input, [field]: value || undefined }
    setInput(next)
    onType(next)
  }
  const { occurrence } = input
  const sent = { ...input, occurrence: occurrence === wholeSeries ? undefined : occurrence }
  const titles = changed.map((name) => fieldTitle(fields, name, language)).join(', ')
  return (
    <div className="torg-action-form">
      {w.whatHappens[offered.action] && <p>{w.whatHappens[offered.action]}</p>}
      <Findings title={w.missingBeforeSubmit} found={props.missing} fields={fields} onGo={onClose} alert />
      <Findings title={w.lookAt} found={props.findings} fields={fields} onGo={onClose} />
      {changed.length > 0 && (
        <p className="torg-note">{`${goAlong ? w.editsGoAlong : w.editsStayBehind} ${titles}`}</p>
      )}
      {asks.map((need) => (
        <Asked
          key={need.field}
          need={need}
          title={askedTitle(need.field, offered.action, collection, w)}
          remark={
            need.required ? null : eitherOf.length > 1 && eitherOf.includes(need) ? w.oneOfThese : w.optional
          }
          value={input[need.field as keyof ActionInput] ?? ''}
          onChange={(value) => set(need.field, value)}
        />
      ))}
      {fault && (
        <div className="torg-fault" role="alert">
          <p>{fault.sentence}</p>
          {fault.details.length > 0 && (
            <ul>
              {fault.details.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className="torg-buttons">
        <button
          type="button"
          className={`torg-button ${grave.includes(offered.action) ? 'torg-button--grave' : 'torg-button--primary'}`}
          disabled={undecided || props.missing.length > 0}
          // Not disabled meanwhile: the focus would be lost, and with it the place of whoever uses the keyboard.
          aria-disabled={sending || undefined}
          onClick={() => !sending && onSend(sent)}
        >
          {sending ? w.sending : label(offered.label)}
        </button>
        <button type="button" className="torg-button" onClick={onClose}>
          {w.cancel}
        </button>
        {withUndo.includes(offered.action) && <span className="torg-help">{w.canBeUndone}</span>}
      </div>
    </div>
  )
}

/** Characters of a choice that a telephone shows. */
const mostInList = 40
const longest: Record<string, number> = { message: 4000, explanation: 1000 }
/** A withdrawal needs one of these, whichever. */
const eitherOr = ['reason', 'explanation']

function Asked({
  need,
  title,
  remark,
  value,
  onChange,
}: {
  need: Need
  title: string
  remark: string | null
  value: string
  onChange: (value: string) => void
}) {
  const { w, label } = useWords()
  const id = `torg-ask-${need.field}`
  const chosen = label(need.choices?.find(({ code }) => code === value)?.label)
  // A closed list cuts what is long, and a house rule is a sentence.
  const whole = chosen.length > mostInList ? chosen : null
  return (
    <div className="torg-field">
      <label className="field-label" htmlFor={id}>
        {title}
        {remark && <span className="torg-optional"> ({remark})</span>}
      </label>
      {need.field === 'occurrence' ? (
        <Occurrences id={id} value={value} onChange={onChange} />
      ) : need.choices ? (
        <>
          <select
            className="torg-input"
            id={id}
            value={value}
            required={need.required}
            aria-describedby={whole ? `${id}-whole` : undefined}
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
            required={need.required}
            maxLength={longest[need.field]}
            onChange={(event) => onChange(event.target.value)}
          />
          <FoundIn text={value} />
        </>
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
  onChange,
}: {
  id: string
  value: string
  onChange: (value: string) => void
}) {
  const { w, language } = useWords()
  const { getData } = useForm()
  const zone = useZone()
  const data = getData()
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
      {data.recurrenceRule && <option value={wholeSeries}>{`${w.wholeSeries} (${many})`}</option>}
    </select>
  )
}
