'use client'

import { useState, type ReactNode } from 'react'
import { Dialogue } from '../actions/dialogue.js'
import { fetchJson } from '../fetch-json.js'
import { nothingSaid, Step, TextField, useSaid } from './parts.js'
import { useLoginWords } from './use-login-words.js'

interface AskProps<T> {
  title: string
  submit: string
  address: string
  /** What is sent beside the present password. */
  body?: object
  /** Whether the present password is asked for: for what a stolen session must not be able to do. */
  withPassword?: boolean
  children?: ReactNode | ((faults: Record<string, string>) => ReactNode)
  onDone: (answer: T) => void
  onClose: () => void
}

/** A question in a dialogue of its own that is sent to one door. */
export function Ask<T>({
  title,
  submit,
  address,
  body,
  withPassword = true,
  children,
  onDone,
  onClose,
}: AskProps<T>) {
  const { say } = useLoginWords()
  const toSaid = useSaid()
  const [present, setPresent] = useState('')
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const answer = await fetchJson<T>(address, {
      method: 'POST',
      body: { ...body, ...(withPassword ? { present } : {}) },
    })
    setBusy(false)
    if (answer.ok) onDone(answer.body)
    else setSaid(toSaid(answer))
  }
  return (
    <Dialogue title={title} onClose={onClose}>
      <Step
        onSubmit={send}
        busy={busy}
        said={said.words}
        submit={submit}
        more={
          <button className="torg-button" type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        }
      >
        {withPassword && (
          <TextField
            label={say('presentField')}
            fault={said.faults.present}
            name="present"
            type="password"
            autoComplete="current-password"
            value={present}
            onText={setPresent}
            required
          />
        )}
        {typeof children === 'function' ? children(said.faults) : children}
      </Step>
    </Dialogue>
  )
}
