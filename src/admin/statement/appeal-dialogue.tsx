'use client'

import { useState } from 'react'
import type { ShownStatements } from '../../moderation/statements.js'
import { Dialogue } from '../actions/dialogue.js'
import { fetchJson } from '../fetch-json.js'
import { nothingSaid, useSaid } from '../logins/parts.js'
import { useWords } from '../use-words.js'

/** As much as the door takes. */
const longest = 4000

interface DialogueProps {
  found: ShownStatements
  onSent: () => void
  onClose: () => void
}

/** Asks why the decision should be looked at again, and sends it. */
export function AppealDialogue({ found, onSent, onClose }: DialogueProps) {
  const { w } = useWords()
  const toSaid = useSaid()
  const { collection, id, revision } = found
  const [message, setMessage] = useState('')
  const [said, setSaid] = useState(nothingSaid)
  const [sending, setSending] = useState(false)
  const fault = said.faults.message ?? said.words ?? Object.values(said.faults)[0] ?? null
  const send = async () => {
    setSending(true)
    const answer = await fetchJson(`/api/${collection}/${id}/actions/appeal`, {
      method: 'POST',
      body: { revision, message: message.trim() },
    })
    setSending(false)
    if (answer.ok) onSent()
    else setSaid(toSaid(answer))
  }
  return (
    <Dialogue title={w.appealNow} onClose={onClose}>
      <p>{w.appealDoes}</p>
      <div className="torg-field">
        <label className="field-label" htmlFor="torg-appeal-why">
          {w.askAppeal}
        </label>
        <textarea
          className="torg-input"
          id="torg-appeal-why"
          rows={6}
          required
          maxLength={longest}
          value={message}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'torg-appeal-fault' : undefined}
          onChange={(event) => setMessage(event.target.value)}
        />
        <p className="torg-fault" id="torg-appeal-fault" role="alert">
          {fault}
        </p>
      </div>
      <p className="torg-buttons">
        <button
          type="button"
          className="torg-button torg-button--primary"
          aria-disabled={sending || undefined}
          onClick={() => !sending && void send()}
        >
          {sending ? w.sending : w.appealNow}
        </button>
        <button type="button" className="torg-button" onClick={onClose}>
          {w.cancel}
        </button>
      </p>
    </Dialogue>
  )
}
