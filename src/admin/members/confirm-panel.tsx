'use client'

import { useState } from 'react'
import { fetchJson } from '../fetch-json.js'
import { fill } from '../moderation/fill.js'
import { faultWords } from '../problem-words.js'
import { dayWords } from '../time-words.js'
import { useWords } from '../use-words.js'

interface ConfirmProps {
  organisation: { id: string; name: string }
  due: { dueAt: string; overdue: boolean }
  onDone: (sentence: string) => void
  /** Where the logins are not on the same page: the way to them. */
  withWay?: boolean
}

/** The yearly confirmation, with one press. */
export function ConfirmPanel({ organisation, due, onDone, withWay }: ConfirmProps) {
  const { w, language } = useWords()
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const send = async () => {
    setSending(true)
    const answer = await fetchJson(`/api/organisations/${organisation.id}/actions/confirm`, {
      method: 'POST',
      body: {},
    })
    setSending(false)
    if (answer.ok) onDone(w.confirmDone)
    else setFault(faultWords(answer.body, language))
  }
  const at = dayWords(due.dueAt.slice(0, 10), language)
  return (
    <section
      className={`torg-panel torg-asks${due.overdue ? ' torg-asks--late' : ''}`}
      aria-labelledby={`torg-confirm-${organisation.id}`}
    >
      <h2 id={`torg-confirm-${organisation.id}`}>{fill(w.confirmTitle, { name: organisation.name })}</h2>
      <p>
        {w.confirmWhy} {fill(due.overdue ? w.confirmOverdue : w.confirmSoon, { at })}
      </p>
      {fault && (
        <p className="torg-fault" role="alert">
          {fault}
        </p>
      )}
      <p className="torg-buttons">
        <button
          type="button"
          className="torg-button torg-button--primary torg-button--large"
          aria-disabled={sending || undefined}
          onClick={() => !sending && void send()}
        >
          {sending ? w.sending : w.confirmNow}
        </button>
        <a href={`/admin/collections/organisations/${organisation.id}`}>{w.confirmLook}</a>
        {withWay && <a href="/admin/members">{w.confirmLookLogins}</a>}
      </p>
    </section>
  )
}
