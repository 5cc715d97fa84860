'use client'

import { useState } from 'react'
import type { ReviewItem } from '../../../moderation/review-item.js'
import type { Offered } from '../../actions/action-list.js'
import { useFields } from '../../changes.js'
import { fieldNamed, fieldTitle } from '../../read-values.js'
import { useWords } from '../../use-words.js'
import { ChangesInWords } from '../item/changes-in-words.js'
import { type Fault, Faults, Follows } from './decision-form.js'
import type { DecisionInput } from './send-decision.js'
import type { FollowFacts } from './what-follows.js'

/** The fields that are mended in passing. Times, places, pictures and running text need the whole form. */
const mended: Record<string, readonly string[]> = {
  events: ['title', 'summary', 'capacityNote', 'onlineUrl', 'bookingUrl'],
  posts: ['title', 'link'],
  organisations: ['name', 'description'],
}

interface EditFormProps {
  item: ReviewItem
  offered: Offered
  facts: FollowFacts
  typed: DecisionInput
  onType: (input: DecisionInput) => void
  fault: Fault | null
  sending: boolean
  onSend: (input: DecisionInput) => void
  onClose: () => void
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Mends small things and approves, or corrects what is public, in one go; the author is shown what was changed. */
export function EditForm(props: EditFormProps) {
  const { item, offered, facts, typed, onType, fault, sending, onSend, onClose } = props
  const { w, language, label } = useWords()
  const fields = useFields(item.collection)
  const corrects = offered.action === 'correct'
  // A correction is made on what citizens see, not on a change that is under way.
  const base = (corrects ? item.approved : item.content) ?? {}
  const [input, setInput] = useState<DecisionInput>(typed)
  const [asked, setAsked] = useState(false)
  const edits = input.edits ?? {}
  const change = (some: DecisionInput) => {
    const next = { ...input, ...some }
    setInput(next)
    onType(next)
  }
  const edit = (name: string, value: string) => {
    const { [name]: _, ...others } = edits
    const same = value === textOf(base[name])
    change({ edits: same ? others : { ...others, [name]: value === '' ? null : value } })
  }
  // Beside the first two only what says something: an empty field is filled in the form.
  const mendable = (mended[item.collection] ?? []).filter(
    (name, index) => index < 2 || textOf(base[name]) !== '',
  )
  const changes = Object.entries(edits).map(([field, after]) => ({
    field,
    before: base[field] ?? null,
    after,
  }))
  return (
    <form
      className="torg-decision-form"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (!sending && changes.length > 0) onSend(input)
      }}
    >
      {mendable.map((name) => {
        const id = `torg-edit-${name}`
        const long = fieldNamed(fields, name)?.type === 'textarea'
        const value = textOf(name in edits ? edits[name] : base[name])
        const Input = long ? 'textarea' : 'input'
        return (
          <div className="torg-field" key={name}>
            <label className="field-label" htmlFor={id}>
              {fieldTitle(fields, name, language)}
            </label>
            <Input
              className="torg-input"
              id={id}
              value={value}
              lang={item.language ?? undefined}
              {...(long ? { rows: 3 } : {})}
              onChange={(event: { target: { value: string } }) => edit(name, event.target.value)}
            />
          </div>
        )
      })}
      <p className="torg-help">
        {w.editHelp} <a href={`/admin/collections/${item.collection}/${item.id}`}>{w.openForm}</a>
      </p>
      <div className="torg-field">
        <label className="field-label" htmlFor="torg-edit-message">
          {corrects ? w.askNote : w.askMessage}
          {!corrects && <span className="torg-optional"> ({w.optional})</span>}
        </label>
        <textarea
          className="torg-input"
          id="torg-edit-message"
          rows={2}
          maxLength={4000}
          required={corrects}
          value={input.message ?? ''}
          onChange={(event) => change({ message: event.target.value || undefined })}
        />
      </div>
      {changes.length > 0 && (
        <section className="torg-notice-preview">
          <h3>{w.authorSeesChanges}</h3>
          <ChangesInWords
            changes={changes}
            collection={item.collection}
            zone={item.zone}
            pictures={item.pictures}
          />
        </section>
      )}
      <Follows action={offered.action} facts={facts} />
      <Faults fault={asked && changes.length === 0 ? { sentence: w.editNothing, details: [] } : fault} />
      <div className="torg-buttons">
        <button type="submit" className="torg-button torg-button--primary" disabled={sending}>
          {sending ? w.sending : label(offered.label)}
        </button>
        <button type="button" className="torg-button" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
