'use client'

import { useCallback, useEffect, useState } from 'react'
import { fetchJson } from '../fetch-json.js'
import { useDocumentInfo, useFormFields } from '../ui-kit.js'
import { useAccount } from '../use-account.js'
import { CareForLogins } from './care-for-logins.js'
import type { Logins, OwnLogins as Own } from './logins.js'
import { OwnLogins } from './own-logins.js'
import { useLoginWords } from './use-login-words.js'

/** Under the form of an account: how it logs in. One's own to change, another's to look after. */
export function LoginsPanel() {
  const { say } = useLoginWords()
  const { id } = useDocumentInfo()
  const account = useAccount()
  const username = String(useFormFields(([fields]) => fields?.username?.value) ?? '')
  const because = useFormFields(([fields]) => fields?.disabledBecause?.value)
  const own = account !== null && String(id) === String(account.id)
  const [logins, setLogins] = useState<Logins | Own | null>(null)
  const load = useCallback(() => {
    if (!id) return
    const address = own ? '/api/accounts/logins' : `/api/accounts/${id}/logins`
    void fetchJson<Logins | Own>(address).then(({ ok, body }) => setLogins(ok ? body : null))
  }, [id, own])
  useEffect(load, [load])
  if (!id) return <p className="torg-note">{say('afterSaving')}</p>
  if (!logins) return null
  return (
    <section className="torg-panel torg-logins" aria-labelledby="torg-logins">
      <h2 id="torg-logins">{say('loginSection')}</h2>
      {because === 'unused' && <p className="torg-note">{say('disabledUnused')}</p>}
      {own ? (
        <OwnLogins own={logins as Own} account={username} reload={load} />
      ) : (
        <CareForLogins id={String(id)} logins={logins} reload={load} />
      )}
    </section>
  )
}
