'use client'

import { useState } from 'react'
import { Ask } from '../logins/ask.js'
import { TextField } from '../logins/parts.js'
import { useLoginWords } from '../logins/use-login-words.js'
import { faultSentence } from '../problem-words.js'
import { useLeavingWords, type Leaving } from './use-leaving.js'

const goes = ['goesName', 'goesLogin', 'goesRoles', 'goesInbox'] as const
const stays = ['staysContent', 'staysId'] as const

/** What deleting the account does, spelled out; then the question, with the password and the code of a device. */
export function DeletionPanel({ leaving, onDeleted }: { leaving: Leaving; onDeleted: () => void }) {
  const { say, language } = useLeavingWords()
  const [asking, setAsking] = useState(false)
  const refused = leaving.faults.length > 0
  return (
    <section className="torg-panel" aria-labelledby="torg-deletion">
      <h2 id="torg-deletion">{say('delete')}</h2>
      <p>{say('goes')}</p>
      <ul>
        {goes.map((word) => (
          <li key={word}>{say(word)}</li>
        ))}
      </ul>
      <p>{say('stays')}</p>
      <ul>
        {stays.map((word) => (
          <li key={word}>{say(word)}</li>
        ))}
      </ul>
      <p>{say('copies')}</p>
      <p>{say('noWayBack')}</p>
      {refused && (
        <div className="torg-note">
          <p>{say('notNow')}</p>
          <ul>
            {leaving.faults.map((fault, index) => (
              <li key={index}>{faultSentence(fault, language)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="torg-buttons">
        <a className="torg-button" href="/admin/extract">
          {say('extract')}
        </a>
        {!refused && (
          <button className="torg-button" type="button" onClick={() => setAsking(true)}>
            {say('delete')}
          </button>
        )}
      </p>
      {asking && (
        <Asked needsCode={leaving.needsCode} onDeleted={onDeleted} onClose={() => setAsking(false)} />
      )}
    </section>
  )
}

interface AskedProps {
  needsCode: boolean
  onDeleted: () => void
  onClose: () => void
}

function Asked({ needsCode, onDeleted, onClose }: AskedProps) {
  const { say } = useLeavingWords()
  const { say: sayOfLogins } = useLoginWords()
  const [code, setCode] = useState('')
  return (
    <Ask
      title={say('delete')}
      submit={say('delete')}
      address="/api/accounts/deletion"
      body={needsCode ? { code } : {}}
      onDone={onDeleted}
      onClose={onClose}
    >
      {(faults) => (
        <>
          {needsCode && (
            <TextField
              label={sayOfLogins('codeField')}
              fault={faults.code}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onText={setCode}
              required
            />
          )}
          <p>{say('noWayBack')}</p>
          {faults.account && (
            <p className="torg-fault" role="alert">
              {faults.account}
            </p>
          )}
        </>
      )}
    </Ask>
  )
}
