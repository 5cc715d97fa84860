'use client'

import { useRef, useState } from 'react'
import { type InviteRow, mostInvited, readInviteList } from '../../../organisations/invite-list.js'
import { alikeNames } from '../../apply/alike-names.js'
import { CopyOnce } from '../../copy-once.js'
import { fetchJson, type Problem } from '../../fetch-json.js'
import { faultSentence, faultWords } from '../../problem-words.js'
import { useSettings } from '../../use-municipality.js'
import { useTypedAhead } from '../../use-typed-ahead.js'
import { usePublicList } from '../../use-register.js'
import { useWords } from '../../use-words.js'
import { counted, fill } from '../fill.js'
import { MunicipalityChoice } from '../queue/municipality-choice.js'
import { Announcer, useAnnounce } from '../use-announce.js'

type Outcome = { reference: string } | { problem: Problem } | 'sending'

export const InviteApp = ({ municipalities }: { municipalities: string[] }) => (
  <Announcer>
    <Invites municipalities={municipalities} />
  </Announcer>
)

/** Invites organisations that the municipality knows: one, or a pasted list, looked through before it is sent. */
function Invites({ municipalities }: { municipalities: string[] }) {
  const { w, language } = useWords()
  const announce = useAnnounce()
  const [chosen, setChosen] = useState(municipalities[0] ?? null)
  const town = useSettings(chosen)
  const known = usePublicList<{ name: string }>(town?.slug, 'organisations').map(({ name }) => name)
  const [text, setText] = useState('')
  const [rows, setRows] = useState<InviteRow[] | null>(null)
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map())
  /** Name and reference of each that was invited on this visit, as lines for a spreadsheet: nothing shows them again. */
  const [given, setGiven] = useState<string[]>([])
  const shown = useRef<HTMLPreElement>(null)
  const [running, setRunning] = useState(false)
  const enter = (list: string) => {
    setText(list)
    setRows(null)
  }
  const field = useTypedAhead<HTMLTextAreaElement>(text, enter)
  if (municipalities.length === 0) return <p>{w.inviteNotForYou}</p>
  const look = () => {
    const read = readInviteList(text, town?.country ?? 'SE')
    setRows(read)
    setOutcomes(new Map())
    announce(counted(w.inviteRead, read.length))
  }
  const good = (rows ?? []).filter(({ faults, line }) => faults.length === 0 && !done(outcomes.get(line)))
  const run = async () => {
    if (!town) return
    setRunning(true)
    let sent = 0
    // One after the other: each is registered, or refused, on its own.
    for (const { line, name, organisationNumber, email } of good) {
      setOutcomes((before) => new Map(before).set(line, 'sending'))
      const { ok, body } = await fetchJson<{ reference: string }>('/api/organisations/invite', {
        method: 'POST',
        body: {
          municipality: town.slug,
          name,
          ...(organisationNumber ? { organisationNumber } : {}),
          ...(email ? { email } : {}),
        },
      })
      if (ok) {
        sent += 1
        setGiven((before) => [...before, `${name}\t${body.reference}`])
      }
      setOutcomes((before) =>
        new Map(before).set(line, ok ? { reference: body.reference } : { problem: body }),
      )
    }
    setRunning(false)
    announce(fill(w.inviteDone, { n: sent, of: good.length }))
  }
  return (
    <div className="torg-workbench">
      <h1>{w.tabInvite}</h1>
      <MunicipalityChoice municipalities={municipalities} chosen={chosen} onChoose={setChosen} />
      <label className="field-label" htmlFor="torg-invite-list">
        {w.inviteList}
      </label>
      <textarea
        ref={field}
        id="torg-invite-list"
        className="torg-input"
        rows={6}
        value={text}
        aria-describedby="torg-invite-help"
        onChange={({ target }) => enter(target.value)}
      />
      <p className="torg-help" id="torg-invite-help">
        {fill(w.inviteHelp, { n: mostInvited })}
      </p>
      {town && (
        <p>
          {w.invitePublicPage} <a href={`/admin/apply/${town.slug}`}>{`/admin/apply/${town.slug}`}</a>
        </p>
      )}
      <p className="torg-buttons">
        <button type="button" className="torg-button" disabled={!text.trim() || running} onClick={look}>
          {w.inviteLook}
        </button>
        {rows && good.length > 0 && (
          <button
            type="button"
            className="torg-button torg-button--primary"
            aria-disabled={running || undefined}
            onClick={() => !running && void run()}
          >
            {running ? w.sending : counted(w.inviteSend, good.length)}
          </button>
        )}
      </p>
      {given.length > 0 && (
        <div className="torg-note torg-invites__given">
          <p>{w.inviteReferences}</p>
          <pre ref={shown}>{given.join('\n')}</pre>
          <p className="torg-buttons">
            <CopyOnce text={given.join('\n')} shown={shown}>
              {w.applyCopy}
            </CopyOnce>
          </p>
        </div>
      )}
      {rows && (
        <div className="torg-invites" role="region" aria-label={w.invitePreview} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.applyName}</th>
                <th scope="col">{w.inviteResult}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.line}>
                  <th scope="row">
                    {row.name}
                    <span className="torg-about">
                      {[row.organisationNumber, row.email].filter(Boolean).join(' · ')}
                    </span>
                  </th>
                  <td>{resultOf(row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )

  function resultOf({ line, name, faults }: InviteRow) {
    const outcome = outcomes.get(line)
    if (outcome === 'sending') return w.sending
    if (outcome && 'reference' in outcome) {
      return (
        <>
          <span className="torg-badge torg-badge--good">{w.inviteInvited}</span>{' '}
          <code>{outcome.reference}</code>
        </>
      )
    }
    if (outcome) {
      const said = (outcome.problem.faults ?? []).map((each) => faultSentence(each, language))
      return <span className="torg-fault">{said.join(' ') || faultWords(outcome.problem, language)}</span>
    }
    if (faults.length > 0) {
      return (
        <span className="torg-fault">{faults.map((each) => faultSentence(each, language)).join(' ')}</span>
      )
    }
    const alike = alikeNames(name, known)
    return alike.length > 0 ? (
      <span className="torg-found__notice">{`${w.applyAlike} ${alike.join(', ')}`}</span>
    ) : (
      w.inviteReady
    )
  }
}

const done = (outcome: Outcome | undefined): outcome is { reference: string } =>
  typeof outcome === 'object' && 'reference' in outcome
