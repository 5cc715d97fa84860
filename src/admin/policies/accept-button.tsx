'use client'

import { useState } from 'react'
import { fetchJson } from '../fetch-json.js'
import { faultWords } from '../problem-words.js'
import { usePolicyWords } from './use-policies.js'

interface AcceptProps {
  /** Id of the version. */
  policy: string
  onDone: () => void | Promise<void>
}

/** Accepts a version with one press, and says why where that was refused. */
export function AcceptButton({ policy, onDone }: AcceptProps) {
  const { say, language } = usePolicyWords()
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const accept = async () => {
    setSending(true)
    const { ok, body } = await fetchJson(`/api/policies/${policy}/accept`, { method: 'POST', body: {} })
    setSending(false)
    setFault(ok ? null : faultWords(body, language))
    if (ok) await onDone()
  }
  return (
    <>
      {fault && (
        <p className="torg-fault" role="alert">
          {fault}
        </p>
      )}
      <p className="torg-buttons">
        <button
          type="button"
          className="torg-button torg-button--primary"
          aria-disabled={sending || undefined}
          onClick={() => !sending && void accept()}
        >
          {sending ? say('accepting') : say('accept')}
        </button>
      </p>
    </>
  )
}
