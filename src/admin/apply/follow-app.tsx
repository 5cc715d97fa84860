'use client'

import { useEffect, useRef, useState } from 'react'
import type { OrganisationState } from '../../organisations/life.js'
import { Badge } from '../fields/badge.js'
import { fetchJson } from '../fetch-json.js'
import { nothingSaid, Step, TextField, useSaid } from '../logins/parts.js'
import { fill } from '../moderation/fill.js'
import { timeWords } from '../time-words.js'
import { useWords } from '../use-words.js'
import type { Town } from './apply-view.js'
import { FirstLogin } from './first-login.js'
import { PageHead } from './page-head.js'

/** The answer of `POST /api/organisations/application`. */
interface Application {
  name: string
  life: OrganisationState
  appliedAt: string | null
  decisionBy: string | null
  message: string | null
  mayLogIn: boolean
}

const lifeWords = {
  applied: 'applyIsWaiting',
  invited: 'applyIsInvited',
  approved: 'applyIsApproved',
  declined: 'applyIsDeclined',
  suspended: 'isSuspended',
  left: 'applyIsOver',
} as const

/** How an application stands, for whoever has its reference; and the first login once it is approved. */
export function FollowApp({ town }: { town: Town | null }) {
  const { w, language } = useWords()
  const toSaid = useSaid()
  const [reference, setReference] = useState('')
  const [found, setFound] = useState<Application | null>(null)
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const ask = async (asked: string) => {
    setBusy(true)
    setSaid(nothingSaid)
    const answer = await fetchJson<Application>('/api/organisations/application', {
      method: 'POST',
      body: { reference: asked.trim() },
    })
    setBusy(false)
    setFound(answer.ok ? answer.body : null)
    if (answer.ok) return
    setSaid(answer.status === 404 ? { words: w.applyNoSuch, faults: {} } : toSaid(answer))
  }
  useEffect(() => {
    const given = window.location.hash.slice(1)
    if (!given) return
    setReference(given)
    void ask(given)
  }, [])
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [found])
  if (!town) return <h1>{w.applyNowhere}</h1>
  return (
    <>
      <PageHead town={town} title={w.applyFollow} />
      <Step onSubmit={() => ask(reference)} busy={busy} said={said.words} submit={w.applyShow}>
        <TextField
          label={w.applyReference}
          name="reference"
          value={reference}
          onText={setReference}
          autoComplete="off"
          maxLength={40}
        />
      </Step>
      {found && (
        <section className="torg-panel">
          <h2 tabIndex={-1} ref={heading}>
            {found.name} <Badge axis="life" value={found.life} />
          </h2>
          <p>{w[lifeWords[found.life]]}</p>
          {found.decisionBy && (
            <p>{fill(w.beforeDecisionBy, { at: timeWords(found.decisionBy, town.zone, language) ?? '' })}</p>
          )}
          {found.message && (
            <blockquote className="torg-next__said">
              <strong>{w.deskMunicipalitySays}:</strong> {found.message}
            </blockquote>
          )}
          {found.life === 'declined' && (
            <p className="torg-buttons">
              <a className="torg-button torg-button--primary" href={`/admin/apply/${town.slug}`}>
                {w.applyAgain}
              </a>
            </p>
          )}
          {found.mayLogIn && <FirstLogin reference={reference.trim()} />}
        </section>
      )}
    </>
  )
}
