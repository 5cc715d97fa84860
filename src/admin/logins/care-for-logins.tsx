'use client'

import { useState } from 'react'
import { Dialogue } from '../actions/dialogue.js'
import { fetchJson } from '../fetch-json.js'
import { toast } from '../ui-kit.js'
import { CodeShown, type GivenCode } from './code-shown.js'
import { DeviceList } from './device-list.js'
import type { Logins } from './logins.js'
import { nothingSaid, Step, TextField, useSaid } from './parts.js'
import { useLoginWords } from './use-login-words.js'

const purposes = { password: 'codePassword', all: 'codeAll', device: 'codeDevice' } as const
type Purpose = keyof typeof purposes

/** What the admin of an account's home municipality does for its login: codes, devices, sessions. Never a password. */
export function CareForLogins({ id, logins, reload }: { id: string; logins: Logins; reload: () => void }) {
  const { say, when } = useLoginWords()
  const toSaid = useSaid()
  const [asking, setAsking] = useState(false)
  const [given, setGiven] = useState<GivenCode | null>(null)
  const end = async (what: 'devices' | 'sessions', body: object) => {
    const answer = await fetchJson(`/api/accounts/${id}/${what}/end`, { method: 'POST', body })
    if (!answer.ok) toast.error(toSaid(answer).words ?? '')
    reload()
  }
  return (
    <>
      {!logins.hasPassword && <p className="torg-note">{say('noPasswordYet')}</p>}
      {logins.mustHaveFactor && !logins.devices.some(({ endedOn }) => !endedOn) && <p>{say('mustHave')}</p>}
      {logins.codes.map(({ ends, purpose }) => (
        <p key={purpose}>{say('codesOut', { at: when(ends) })}</p>
      ))}
      <p className="torg-buttons">
        <button className="torg-button torg-button--primary" type="button" onClick={() => setAsking(true)}>
          {say('giveCode')}
        </button>
      </p>
      <h3>{say('devices')}</h3>
      <DeviceList devices={logins.devices} onEnd={({ number }) => void end('devices', { device: number })} />
      {logins.sessions !== null && logins.sessions > 0 && (
        <p className="torg-buttons">
          <span>{say('sessionsOpen', { n: logins.sessions })}</span>
          <button className="torg-button" type="button" onClick={() => void end('sessions', {})}>
            {say('endAll')}
          </button>
        </p>
      )}
      {asking && (
        <GiveCode
          id={id}
          hasDevices={logins.devices.some(({ endedOn }) => !endedOn)}
          onGiven={(code) => {
            setAsking(false)
            setGiven(code)
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {given && (
        <CodeShown
          given={given}
          onClose={() => {
            setGiven(null)
            reload()
          }}
        />
      )}
    </>
  )
}

function GiveCode({
  id,
  hasDevices,
  onGiven,
  onClose,
}: {
  id: string
  hasDevices: boolean
  onGiven: (code: GivenCode) => void
  onClose: () => void
}) {
  const { say } = useLoginWords()
  const toSaid = useSaid()
  const [purpose, setPurpose] = useState<Purpose>('password')
  const [label, setLabel] = useState('')
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const body = { purpose, ...(purpose === 'device' && label ? { label } : {}) }
    const answer = await fetchJson<GivenCode>(`/api/accounts/${id}/codes`, { method: 'POST', body })
    setBusy(false)
    if (answer.ok) onGiven(answer.body)
    else setSaid(toSaid(answer))
  }
  const offered = (Object.keys(purposes) as Purpose[]).filter((each) => each === 'password' || hasDevices)
  return (
    <Dialogue title={say('giveCode')} onClose={onClose}>
      <Step
        onSubmit={send}
        busy={busy}
        said={said.words}
        submit={say('giveCode')}
        more={
          <button className="torg-button" type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        }
      >
        <p>{say('giveCodeWhy')}</p>
        <fieldset className="torg-field">
          <legend>{say('codeFor')}</legend>
          {offered.map((each) => (
            <label className="torg-box" key={each}>
              <input
                type="radio"
                name="purpose"
                value={each}
                checked={purpose === each}
                onChange={() => setPurpose(each)}
              />
              <span>{say(purposes[each])}</span>
            </label>
          ))}
        </fieldset>
        {purpose === 'device' && (
          <TextField
            label={say('labelField').replace(/^2\. /, '')}
            help={say('labelHelp')}
            name="device-label"
            autoComplete="off"
            value={label}
            onText={setLabel}
            maxLength={60}
          />
        )}
      </Step>
    </Dialogue>
  )
}
