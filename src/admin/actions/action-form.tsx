'use client'

import { useState } from 'react'
import { ownOutcomes } from '../messages/own-outcomes.js'
import { fieldTitle, type ReadableField } from '../read-values.js'
import { useForm } from '../ui-kit.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { grave, savesFirst, withUndo } from './action-order.js'
import { BeforeSubmit } from '../desk/before-submit.js'
import { Asked, wholeSeries } from './asked.js'
import { askedTitle } from './asked-title.js'
import { Findings } from './findings.js'
import type { ActionList, Offered } from './action-list.js'

export interface ActionInput {
  message?: string
  reason?: string
  explanation?: string
  status?: string
  occurrence?: string
  override?: string
}

/** A withdrawal needs one of these, whichever. */
export const eitherOr = ['reason', 'explanation']

/** What is decided comes first, then why, the words about it last. */
const inTurn = ['occurrence', 'status', 'reason', 'explanation', 'note', 'message']

export interface FormProps {
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
  const zone = useZone()
  const series = Boolean(getData().recurrenceRule)
  const asks = offered.needs
    .filter(({ field }) => field !== 'edits')
    .map((need) => (need.field === 'occurrence' && series ? { ...need, required: true } : need))
    .sort((a, b) => inTurn.indexOf(a.field) - inTurn.indexOf(b.field))
  const undecided = series && asks.some(({ field }) => field === 'occurrence') && !input.occurrence
  const goAlong = savesFirst.includes(offered.action) || offered.needs.some(({ field }) => field === 'edits')
  const submits = offered.action === 'submit' && collection !== 'organisations'
  const eitherOf = asks.filter(({ field, required }) => !required && eitherOr.includes(field))
  // How late it is, is told in days above.
  const findings = submits ? props.findings.filter(({ code }) => code !== 'too-late') : props.findings
  const set = (field: string, value: string) => {
    const next = { ...input, [field]: value || undefined }
    setInput(next)
    onType(next)
  }
  const { occurrence } = input
  const sent = { ...input, occurrence: occurrence === wholeSeries ? undefined : occurrence }
  const follows = label(ownOutcomes[`${collection} ${offered.action}`]) || w.whatHappens[offered.action]
  const titles = changed.map((name) => fieldTitle(fields, name, language)).join(', ')
  return (
    <form
      className="torg-action-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending && !undecided) onSend(sent)
      }}
    >
      {follows && <p>{follows}</p>}
      {submits && <BeforeSubmit collection={collection} />}
      <Findings title={w.missingBeforeSubmit} found={props.missing} fields={fields} onGo={onClose} alert />
      <Findings title={w.lookAt} found={findings} fields={fields} onGo={onClose} />
      {changed.length > 0 && (
        <p className="torg-note">{`${goAlong ? w.editsGoAlong : w.editsStayBehind} ${titles}`}</p>
      )}
      {asks.map((need) => (
        <Asked
          key={need.field}
          need={need}
          title={askedTitle(need.field, offered, collection, w)}
          remark={
            need.required ? null : eitherOf.length > 1 && eitherOf.includes(need) ? w.oneOfThese : w.optional
          }
          value={input[need.field as keyof ActionInput] ?? ''}
          when={getData()}
          zone={zone}
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
          type="submit"
          className={`torg-button ${grave.includes(offered.action) ? 'torg-button--grave' : 'torg-button--primary'}`}
          disabled={undecided || props.missing.length > 0}
          // Not disabled meanwhile: the focus would be lost, and with it the place of whoever uses the keyboard.
          aria-disabled={sending || undefined}
        >
          {sending ? w.sending : label(offered.label)}
        </button>
        <button type="button" className="torg-button" onClick={onClose}>
          {w.cancel}
        </button>
        {withUndo.includes(offered.action) && <span className="torg-help">{w.canBeUndone}</span>}
      </div>
    </form>
  )
}
