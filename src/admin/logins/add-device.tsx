'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { fetchJson } from '../fetch-json.js'
import { nothingSaid, Step, TextField, useSaid } from './parts.js'
import { useLoginWords } from './use-login-words.js'

interface NewDevice {
  secret: string
  /** What whoever gave the code calls it. */
  label: string | null
  qr: { size: number; path: string }
}

/** What came of it: the device, and where it is the first one the recovery codes. */
export interface Added {
  device: number
  recoveryCodes: string[] | null
}

/** In groups of four, as people read and type it. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/**
 * Adds a device in three moves: scan or type the secret, name the device, show its first code. `by` says who does it: a
 * token from the login, or the present password of whoever is logged in.
 */
export function AddDevice({
  by,
  head,
  more,
  onAdded,
  onRefused,
}: {
  by: { ticket: string } | { present: string }
  head?: ReactNode
  more?: ReactNode
  onAdded: (added: Added) => void
  /** The beginning was refused: the password is wrong, or the token too old. */
  onRefused: (words: string) => void
}) {
  const { say } = useLoginWords()
  const toSaid = useSaid()
  const [made, setMade] = useState<NewDevice | null>(null)
  const [label, setLabel] = useState('')
  const [code, setCode] = useState('')
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const asked = useRef(false)
  useEffect(() => {
    // Twice in development: the second secret would take the place of the one that is shown.
    if (asked.current) return
    asked.current = true
    void fetchJson<NewDevice>('/api/accounts/devices', { method: 'POST', body: by }).then((answer) => {
      if (answer.ok) {
        setLabel(answer.body.label ?? '')
        return setMade(answer.body)
      }
      const { words, faults } = toSaid(answer)
      onRefused(words ?? Object.values(faults)[0] ?? '')
    })
  })
  const confirm = async () => {
    setBusy(true)
    const body = { ...('ticket' in by ? by : {}), label, code }
    const answer = await fetchJson<Added>('/api/accounts/devices/confirm', { method: 'POST', body })
    setBusy(false)
    if (answer.ok) return onAdded(answer.body)
    setSaid(toSaid(answer))
  }
  if (!made) return <p role="status">{say('working')}</p>
  const { size, path } = made.qr
  return (
    <Step onSubmit={confirm} busy={busy} said={said.words} submit={say('confirmDevice')} more={more}>
      {head}
      <p>{say('scan')}</p>
      <svg
        className="torg-qr"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={say('qrCode')}
        shapeRendering="crispEdges"
      >
        <path className="torg-qr__ground" d={`M0 0h${size}v${size}h-${size}z`} />
        <path className="torg-qr__dark" d={path} />
      </svg>
      <p>
        {say('orType')} <code className="torg-secret">{inGroups(made.secret)}</code>
      </p>
      <TextField
        label={say('labelField')}
        help={say('labelHelp')}
        fault={said.faults.label}
        name="label"
        autoComplete="off"
        value={label}
        onText={setLabel}
        maxLength={60}
        required
      />
      <TextField
        label={say('firstCodeField')}
        fault={said.faults.code}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onText={setCode}
        required
      />
    </Step>
  )
}
