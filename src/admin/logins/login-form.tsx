'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { fetchJson, type Answer } from '../fetch-json.js'
import { AddDevice, type Added } from './add-device.js'
import { NewPassword } from './new-password.js'
import { nothingSaid, Step, TextField, useSaid } from './parts.js'
import { RecoveryCodes } from './recovery-codes.js'
import { useLoginWords } from './use-login-words.js'

type Stage =
  | { at: 'begin' | 'code' }
  | { at: 'new-password' | 'device'; ticket: string }
  | { at: 'recovery'; codes: string[] }

type Entered = { user?: { username?: string }; ticket?: string }

/**
 * Logs somebody in, step by step: password or one-time code, the code of a device, a password of one's own, a device to
 * add, recovery codes. `children` stand above the first step only. The server says at each step what comes next; the form only asks for it.
 */
export function LoginForm({ next, children }: { next: string; children: ReactNode }) {
  const { say } = useLoginWords()
  const toSaid = useSaid()
  const [stage, setStage] = useState<Stage>({ at: 'begin' })
  const [byCode, setByCode] = useState(false)
  const [name, setName] = useState('')
  const [secret, setSecret] = useState('')
  const [code, setCode] = useState('')
  const [chosen, setChosen] = useState('')
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const goIn = () => window.location.assign(next)

  // The first thing to type in each step has the focus, the heading where there is nothing to type.
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input:not([type="checkbox"])')?.focus()
  }, [stage.at, byCode])

  const startAgain = () => {
    setStage({ at: 'begin' })
    setSecret('')
    setCode('')
    setSaid(nothingSaid)
  }

  /** Where an answer leads. */
  function follow(answer: Answer<Entered>): void {
    const { ticket = '' } = answer.body
    setSaid(nothingSaid)
    if (answer.ok) return goIn()
    switch (answer.body.code) {
      case 'second-factor-required':
        return setStage({ at: 'code' })
      case 'new-password-required':
        return setStage({ at: 'new-password', ticket })
      case 'enrolment-required':
        return setStage({ at: 'device', ticket })
      default:
        setCode('')
        setSaid(toSaid(answer))
    }
  }

  const send = async (address: string, body: object) => {
    setBusy(true)
    const answer = await fetchJson<Entered>(address, { method: 'POST', body })
    setBusy(false)
    follow(answer)
  }
  const logIn = () =>
    send('/api/accounts/login', {
      username: name,
      ...(byCode ? { oneTimeCode: secret } : { password: secret }),
      ...(stage.at === 'code' ? { code } : {}),
    })
  const added = ({ recoveryCodes }: Added) =>
    recoveryCodes ? setStage({ at: 'recovery', codes: recoveryCodes }) : goIn()
  const again = (
    <button className="torg-button" type="button" onClick={startAgain}>
      {say('back')}
    </button>
  )

  return (
    <div className="torg-login" ref={frame}>
      {stage.at === 'begin' && (
        <Step onSubmit={logIn} busy={busy} said={said.words} submit={say('logIn')}>
          {children}
          <TextField
            label={say('nameField')}
            fault={said.faults.username}
            name="username"
            autoComplete="username"
            value={name}
            onText={setName}
            required
          />
          {byCode ? (
            <TextField
              label={say('oneTimeCodeField')}
              help={say('oneTimeCodeHelp')}
              fault={said.faults.password}
              name="one-time-code"
              autoComplete="off"
              value={secret}
              onText={setSecret}
              required
            />
          ) : (
            <TextField
              label={say('passwordField')}
              fault={said.faults.password}
              name="password"
              type="password"
              autoComplete="current-password"
              value={secret}
              onText={setSecret}
              required
            />
          )}
          <button
            className="torg-link"
            type="button"
            onClick={() => {
              setByCode(!byCode)
              startAgain()
            }}
          >
            {say(byCode ? 'havePassword' : 'haveOneTimeCode')}
          </button>
        </Step>
      )}
      {stage.at === 'code' && (
        <Step onSubmit={logIn} busy={busy} said={said.words} submit={say('logIn')} more={again}>
          <h2>{say('secondStep')}</h2>
          <TextField
            label={say('codeField')}
            help={say('codeHelp')}
            fault={said.faults.code}
            name="code"
            autoComplete="one-time-code"
            value={code}
            onText={setCode}
            required
          />
        </Step>
      )}
      {stage.at === 'new-password' && (
        <Step
          onSubmit={() => send('/api/accounts/password', { ticket: stage.ticket, password: chosen })}
          busy={busy}
          said={said.words}
          submit={say('goOn')}
          more={again}
        >
          <h2>{say('choosePassword')}</h2>
          <p>{say('choosePasswordWhy')}</p>
          <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
          <NewPassword value={chosen} onText={setChosen} fault={said.faults.password} />
        </Step>
      )}
      {stage.at === 'device' && (
        <AddDevice
          by={{ ticket: stage.ticket }}
          head={
            <>
              <h2>{say('addDevice')}</h2>
              <p>{say('addDeviceWhy')}</p>
            </>
          }
          more={again}
          onAdded={added}
          onRefused={(words) => {
            startAgain()
            setSaid({ words, faults: {} })
          }}
        />
      )}
      {stage.at === 'recovery' && <RecoveryCodes codes={stage.codes} account={name} onDone={goIn} />}
    </div>
  )
}
