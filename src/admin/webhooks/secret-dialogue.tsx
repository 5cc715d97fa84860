'use client'

import { useRef } from 'react'
import { Dialogue } from '../actions/dialogue.js'
import { CopyOnce } from '../copy-once.js'
import { useWords } from '../use-words.js'

/** A secret, this once: nothing gives it back later. */
export function SecretDialogue({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { w } = useWords()
  const shown = useRef<HTMLInputElement>(null)
  return (
    <Dialogue title={w.webhookSecret} onClose={onClose}>
      <p>{w.webhookSecretText}</p>
      <input
        className="torg-secret"
        ref={shown}
        aria-label={w.webhookSecret}
        readOnly
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="torg-buttons">
        <CopyOnce text={secret} shown={shown} done={w.webhookCopied}>
          {w.webhookCopy}
        </CopyOnce>
        <button type="button" className="torg-button torg-button--primary" onClick={onClose}>
          {w.webhookKept}
        </button>
      </p>
    </Dialogue>
  )
}
