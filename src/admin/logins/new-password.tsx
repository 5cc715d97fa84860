'use client'

import { useState } from 'react'
import { TextField } from './parts.js'
import { useLoginWords } from './use-login-words.js'

/** A password to choose: typed once, and shown where somebody wants to see it, instead of typed twice unseen. */
export function NewPassword({
  value,
  onText,
  fault,
}: {
  value: string
  onText: (text: string) => void
  fault?: string
}) {
  const { say } = useLoginWords()
  const [shown, setShown] = useState(false)
  return (
    <>
      <TextField
        label={say('newPasswordField')}
        help={say('newPasswordHelp')}
        fault={fault}
        name="new-password"
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        value={value}
        onText={onText}
        required
      />
      <label className="torg-box">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        <span>{say('showPassword')}</span>
      </label>
    </>
  )
}
