'use client'

import { useState } from 'react'
import { Dialogue } from '../actions/dialogue.js'
import { useWords } from '../use-words.js'

/** A secret, this once: nothing gives it back later. */
export function SecretDialogue({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { w } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <Dialogue title={w.webhookSecret} onClose={onClose}>
      <p>{w.webhookSecretText}</p>
      <input
        className="torg-secret"
        aria-label={w.webhookSecret}
        readOnly
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="torg-buttons">
        <button type="button" className="torg-button" onClick={copy}>
          {w.webhookCopy}
        </button>
        <button type="button" className="torg-button torg-button--primary" onClick={onClose}>
          {w.webhookKept}
        </button>
        <span role="status">{copied ? w.webhookCopied : ''}</span>
      </p>
    </Dialogue>
  )
}
