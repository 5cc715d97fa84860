'use client'

import { useState } from 'react'
import type { TextChoice } from '../../../moderation/decision-texts.js'
import type { Labels } from '../../../moderation/reasons.js'
import type { ReviewItem } from '../../../moderation/review-item.js'
import type { Offered } from '../../actions/action-list.js'
import { eitherOr } from '../../actions/action-form.js'
import { grave } from '../../actions/action-order.js'
import { Asked, wholeSeries } from '../../actions/asked.js'
import { askedTitle } from '../../actions/asked-title.js'
import { useWords } from '../../use-words.js'
import { NoticePreview } from './notice-preview.js'
import type { DecisionInput } from './send-decision.js'
import { textIn } from './text-in.js'
import { TextStart, useTextStart } from './text-start.js'
import { type FollowFacts, whatFollows } from './what-follows.js'

export interface Fault {
  sentence: string
  details: string[]
}

interface DecisionFormProps {
  item: ReviewItem
  offered: Offered
  facts: FollowFacts
  /** What was typed for this action before. */
  typed: DecisionInput
  /** The house rule that was marked as not followed. */
  suggested: string | null
  onType: (input: DecisionInput) => void
  fault: Fault | null
  sending: boolean
  onSend: (input: DecisionInput) => void
  onClose: () => void
}

/** The texts that an action can begin from; none where nobody refuses or asks. */
function textsFor(action: string, { texts }: ReviewItem): readonly TextChoice[] {
  if (action === 'request-changes') return texts.changes
  return action === 'reject' || action === 'remove' ? texts.refusal : []
}

/** What was typed before, or the reason and text of the rule that was marked. */
function begunWith(
  { typed, suggested, offered, item }: DecisionFormProps,
  texts: readonly TextChoice[],
): DecisionInput {
  if (!suggested || typed.message || texts.length === 0) return typed
  const asksReason = offered.needs.some(({ field }) => field === 'reason')
  const message = textIn(texts, suggested, item.writeIn) || undefined
  return { ...typed, ...(asksReason ? { reason: suggested } : {}), message }
}

/** Asks what a decision needs, says what follows from it, and shows the message as its reader will get it. */
export function DecisionForm(props: DecisionFormProps) {
  const { item, offered, facts, suggested, onType, fault, sending, onSend, onClose } = props
  const { w, label } = useWords()
  const { action, needs } = offered
  const texts = textsFor(action, item)
  const [input, setInput] = useState<DecisionInput>(() => begunWith(props, texts))
  const start = useTextStart(texts, {
    writeIn: item.writeIn,
    written: input.message ?? '',
    begun: suggested ?? '',
  })
  const series = Boolean(item.content?.recurrenceRule)
  const asks = needs
    .filter(({ field }) => field !== 'edits')
    .map((need) => (need.field === 'occurrence' && series ? { ...need, required: true } : need))
    .sort((a, b) => Number(a.field === 'message') - Number(b.field === 'message'))
  const either = asks.filter(({ field, required }) => !required && eitherOr.includes(field))
  const asksMessage = asks.some(({ field }) => field === 'message')
  const undecided = series && asks.some(({ field }) => field === 'occurrence') && !input.occurrence
  const change = (some: DecisionInput) => {
    const next = { ...input, ...some }
    setInput(next)
    onType(next)
  }
  const set = (field: string, value: string) => {
    // The reason brings its text, unless something else was written already.
    const text = field === 'reason' ? start.textFor(value) : null
    change({ [field]: value || undefined, ...(text === null ? {} : { message: text }) })
  }
  const { occurrence } = input
  const reasons = needs.find(({ field }) => field === 'reason')?.choices ?? []
  const reason = reasons.find(({ code }) => code === input.reason)
  return (
    <form
      className="torg-decision-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending && !undecided)
          onSend({ ...input, occurrence: occurrence === wholeSeries ? undefined : occurrence })
      }}
    >
      {asks.map((need) => (
        <div key={need.field}>
          {need.field === 'message' && texts.length > 0 && (
            <TextStart
              choices={texts}
              languages={item.municipality.languages}
              start={start}
              withReason={reasons.length > 0}
              onStart={(message) => change({ message })}
            />
          )}
          <Asked
            need={need}
            title={askedTitle(need.field, offered, item.collection, w)}
            remark={
              need.required ? null : either.length > 1 && either.includes(need) ? w.oneOfThese : w.optional
            }
            value={(input[need.field as keyof DecisionInput] as string | undefined) ?? ''}
            when={item.content ?? {}}
            zone={item.zone}
            onChange={(value) => set(need.field, value)}
          />
        </div>
      ))}
      {asksMessage && (
        <NoticePreview
          action={action}
          title={item.title ?? ''}
          organisation={item.organisation.name}
          reason={(reason?.label as Labels | undefined) ?? null}
          message={input.message ?? ''}
          language={start.language}
        />
      )}
      <Follows action={action} facts={facts} />
      <Faults fault={fault} />
      <div className="torg-buttons">
        <button
          type="submit"
          className={`torg-button ${grave.includes(action) ? 'torg-button--grave' : 'torg-button--primary'}`}
          disabled={sending || undecided}
        >
          {sending ? w.sending : label(offered.label)}
        </button>
        <button type="button" className="torg-button" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

export function Follows({ action, facts }: { action: string; facts: FollowFacts }) {
  const { w } = useWords()
  return (
    <section className="torg-follows">
      <h3>{w.thenHappens}</h3>
      <ul>
        {whatFollows(action, facts).map((key) => (
          <li key={key}>{String(w[key])}</li>
        ))}
      </ul>
    </section>
  )
}

export function Faults({ fault }: { fault: Fault | null }) {
  if (!fault) return null
  return (
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
  )
}
