'use client'

import { useState } from 'react'
import { reachOfRole } from '../../tenancy/grant.js'
import { roles, type Role } from '../../tenancy/actor.js'
import { roleLabels } from '../../tenancy/role-labels.js'
import { municipalitiesOf } from '../account.js'
import { Dialogue } from '../actions/dialogue.js'
import { fetchJson } from '../fetch-json.js'
import { labelIn } from '../language.js'
import { CodeShown, type GivenCode } from '../logins/code-shown.js'
import { nothingSaid, Step, useSaid } from '../logins/parts.js'
import { useLoginWords } from '../logins/use-login-words.js'
import { useAccount } from '../use-account.js'
import { registerUrl, useRegister } from '../use-register.js'

const offered: readonly Role[] = roles.filter(
  (role) => !['operator', 'app-editor', 'api-client'].includes(role),
)

/** Invites an account that is at home elsewhere: the code gives it the role as soon as its holder accepts. */
export function OfferRole() {
  const { say } = useLoginWords()
  const [asking, setAsking] = useState(false)
  const [given, setGiven] = useState<GivenCode | null>(null)
  const account = useAccount()
  const admin = account?.memberships?.some(({ role }) => role === 'municipality-admin')
  if (!admin) return null
  return (
    <div className="torg-buttons">
      <button className="torg-button" type="button" onClick={() => setAsking(true)}>
        {say('offerRole')}
      </button>
      {asking && (
        <AskRole
          municipality={municipalitiesOf(account)[0]!}
          onGiven={(code) => {
            setAsking(false)
            setGiven(code)
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {given && <CodeShown given={given} onClose={() => setGiven(null)} />}
    </div>
  )
}

function AskRole({
  municipality,
  onGiven,
  onClose,
}: {
  municipality: string
  onGiven: (code: GivenCode) => void
  onClose: () => void
}) {
  const { say, language } = useLoginWords()
  const toSaid = useSaid()
  const [role, setRole] = useState<Role>('editor')
  const [organisation, setOrganisation] = useState('')
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const organisations = useRegister<{ id: string; name: string }>(
    registerUrl('organisations', municipality, { sort: 'name' }),
  )
  const within = reachOfRole[role] === 'organisation'
  const send = async () => {
    setBusy(true)
    const body = { role, municipality, ...(within && organisation ? { organisation } : {}) }
    const answer = await fetchJson<GivenCode>('/api/memberships/offer', { method: 'POST', body })
    setBusy(false)
    if (answer.ok) onGiven(answer.body)
    else setSaid(toSaid(answer))
  }
  return (
    <Dialogue title={say('offerRole')} onClose={onClose}>
      <Step
        onSubmit={send}
        busy={busy}
        said={said.words ?? Object.values(said.faults)[0] ?? null}
        submit={say('giveCode')}
        more={
          <button className="torg-button" type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        }
      >
        <p>{say('offerRoleWhy')}</p>
        <div className="torg-field">
          <label className="field-label" htmlFor="offer-role">
            {say('roleField')}
          </label>
          <select
            className="torg-input"
            id="offer-role"
            value={role}
            onChange={(event) => setRole(event.target.value as Role)}
          >
            {offered.map((each) => (
              <option key={each} value={each}>
                {labelIn(roleLabels[each], language)}
              </option>
            ))}
          </select>
        </div>
        {within && (
          <div className="torg-field">
            <label className="field-label" htmlFor="offer-organisation">
              {say('organisationField')}
            </label>
            <select
              className="torg-input"
              id="offer-organisation"
              value={organisation}
              onChange={(event) => setOrganisation(event.target.value)}
            >
              <option value="">–</option>
              {organisations.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </div>
        )}
      </Step>
    </Dialogue>
  )
}
