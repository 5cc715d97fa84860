'use client'

import { useState } from 'react'
import { Dialogue } from '../actions/dialogue.js'
import { fetchJson } from '../fetch-json.js'
import { toast } from '../ui-kit.js'
import { AddDevice, type Added } from './add-device.js'
import { Ask } from './ask.js'
import { DeviceList } from './device-list.js'
import type { OwnLogins as Own, ShownDevice } from './logins.js'
import { NewPassword } from './new-password.js'
import { nothingSaid, Step, TextField } from './parts.js'
import { RecoveryCodes } from './recovery-codes.js'
import { useLoginWords } from './use-login-words.js'

type Open =
  | { what: 'password' | 'add' | 'recovery' | 'accept' }
  | { what: 'adding'; present: string }
  | { what: 'end'; device: ShownDevice }
  | { what: 'codes'; codes: string[] }

/** One's own password, devices, recovery codes and sessions. */
export function OwnLogins({ own, account, reload }: { own: Own; account: string; reload: () => void }) {
  const { say, when } = useLoginWords()
  const [open, setOpen] = useState<Open | null>(null)
  const [chosen, setChosen] = useState('')
  const [code, setCode] = useState('')
  const close = () => setOpen(null)
  const done = (words?: string) => {
    close()
    if (words) toast.success(words)
    reload()
  }
  const endSessions = async (session?: string) => {
    await fetchJson('/api/accounts/sessions/end', { method: 'POST', body: session ? { session } : {} })
    reload()
  }
  const button = (what: 'password' | 'add' | 'recovery' | 'accept', words: string) => (
    <button className="torg-button" type="button" onClick={() => setOpen({ what })}>
      {words}
    </button>
  )
  return (
    <>
      <p className="torg-buttons">
        {button('password', say('changePassword'))}
        <a className="torg-button" href="/admin/extract">
          {say('extract')}
        </a>
      </p>
      <h3>{say('devices')}</h3>
      <DeviceList devices={own.devices} onEnd={(device) => setOpen({ what: 'end', device })} />
      <p className="torg-buttons">
        {button('add', say('addDevice'))}
        {own.devices.some(({ endedOn }) => !endedOn) && (
          <>
            {button('recovery', say('newRecovery'))}
            <span>{say('recoveryLeft', { n: own.recoveryCodesLeft })}</span>
          </>
        )}
      </p>
      <h3>{say('sessions')}</h3>
      <ul className="torg-register">
        {own.open.map((each) => (
          <li key={each.id}>
            <span>
              {[
                `${say('since')} ${when(each.began)}`,
                each.device === 0
                  ? say('withRecovery')
                  : each.device && say('withDevice', { n: each.device }),
                each.present && say('thisOne'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {!each.present && (
              <button
                className="torg-button torg-button--small"
                type="button"
                onClick={() => void endSessions(each.id)}
              >
                {say('end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="torg-buttons">
        {own.open.length > 1 && (
          <button className="torg-button" type="button" onClick={() => void endSessions()}>
            {say('endOthers')}
          </button>
        )}
        {button('accept', say('acceptRole'))}
      </p>
      {open?.what === 'password' && (
        <Ask
          title={say('changePassword')}
          submit={say('changePassword')}
          address="/api/accounts/password"
          body={{ password: chosen }}
          onDone={() => {
            setChosen('')
            done(say('passwordChanged'))
          }}
          onClose={close}
        >
          {(faults) => <NewPassword value={chosen} onText={setChosen} fault={faults.password} />}
        </Ask>
      )}
      {open?.what === 'add' && (
        <AskPresent onPresent={(present) => setOpen({ what: 'adding', present })} onClose={close} />
      )}
      {open?.what === 'adding' && (
        <Dialogue title={say('addDevice')} onClose={close}>
          <AddDevice
            by={{ present: open.present }}
            more={
              <button className="torg-button" type="button" onClick={close}>
                {say('cancel')}
              </button>
            }
            onAdded={({ recoveryCodes }: Added) =>
              recoveryCodes ? setOpen({ what: 'codes', codes: recoveryCodes }) : done()
            }
            onRefused={(words) => {
              toast.error(words)
              setOpen({ what: 'add' })
            }}
          />
        </Dialogue>
      )}
      {open?.what === 'end' && (
        <Ask
          title={`${say('endDevice')}: ${open.device.label}`}
          submit={say('endDevice')}
          address="/api/accounts/devices/end"
          body={{ device: open.device.number }}
          onDone={() => done()}
          onClose={close}
        >
          <p>{say('endDeviceWhy')}</p>
        </Ask>
      )}
      {open?.what === 'recovery' && (
        <Ask<{ recoveryCodes: string[] }>
          title={say('newRecovery')}
          submit={say('newRecovery')}
          address="/api/accounts/recovery-codes"
          onDone={({ recoveryCodes }) => setOpen({ what: 'codes', codes: recoveryCodes })}
          onClose={close}
        />
      )}
      {open?.what === 'codes' && (
        <Dialogue title={say('recoveryTitle')} onClose={() => undefined}>
          <RecoveryCodes codes={open.codes} account={account} onDone={() => done()} />
        </Dialogue>
      )}
      {open?.what === 'accept' && (
        <Ask
          title={say('acceptRole')}
          submit={say('acceptRole')}
          address="/api/accounts/accept"
          body={{ code }}
          withPassword={false}
          onDone={() => {
            setCode('')
            done(say('accepted'))
          }}
          onClose={close}
        >
          {(faults) => (
            <>
              <p>{say('acceptRoleWhy')}</p>
              <TextField
                label={say('oneTimeCodeField')}
                fault={faults.code}
                name="role-code"
                autoComplete="off"
                value={code}
                onText={setCode}
                required
              />
            </>
          )}
        </Ask>
      )}
    </>
  )
}

/** The present password, before the secret of a new device is made. */
function AskPresent({ onPresent, onClose }: { onPresent: (present: string) => void; onClose: () => void }) {
  const { say } = useLoginWords()
  const [present, setPresent] = useState('')
  return (
    <Dialogue title={say('addDevice')} onClose={onClose}>
      <Step
        onSubmit={() => {
          if (present !== '') onPresent(present)
        }}
        busy={false}
        said={nothingSaid.words}
        submit={say('goOn')}
        more={
          <button className="torg-button" type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        }
      >
        <TextField
          label={say('presentField')}
          name="present"
          type="password"
          autoComplete="current-password"
          value={present}
          onText={setPresent}
          required
        />
      </Step>
    </Dialogue>
  )
}
