'use client'

import { useState } from 'react'
import { fetchJson } from '../fetch-json.js'
import { nothingSaid, Step, TextField, useSaid } from '../logins/parts.js'
import { useLoginWords } from '../logins/use-login-words.js'
import { fill } from '../moderation/fill.js'
import { useWords } from '../use-words.js'

interface Given {
  username: string
  code: string
  ends: string
}

/** The first login of an organisation: a name to choose, and a code to use once. */
export function FirstLogin({ reference }: { reference: string }) {
  const { w, language } = useWords()
  const { when } = useLoginWords()
  const toSaid = useSaid()
  const [username, setUsername] = useState('')
  const [given, setGiven] = useState<Given | null>(null)
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const answer = await fetchJson<Given>('/api/organisations/application/login', {
      method: 'POST',
      body: { reference, username: username.trim(), language },
    })
    setBusy(false)
    if (answer.ok) return setGiven(answer.body)
    setSaid(toSaid(answer))
  }
  if (given) {
    return (
      <div role="status">
        <p>{fill(w.applyLoginMade, { at: when(given.ends) })}</p>
        <dl className="torg-given">
          <dt>{w.applyUsername}</dt>
          <dd>{given.username}</dd>
        </dl>
        <p className="torg-one-time-code">
          <code>{given.code}</code>
        </p>
        <p className="torg-buttons">
          <a className="torg-button torg-button--primary" href="/admin/login">
            {w.logIn}
          </a>
        </p>
      </div>
    )
  }
  return (
    <Step onSubmit={send} busy={busy} said={said.words} submit={w.applyMakeLogin}>
      <p>{w.applyLoginWhy}</p>
      <TextField
        label={w.applyUsername}
        help={w.applyUsernameHelp}
        fault={said.faults.username}
        name="username"
        autoComplete="username"
        value={username}
        onText={setUsername}
        maxLength={64}
        required
      />
    </Step>
  )
}
