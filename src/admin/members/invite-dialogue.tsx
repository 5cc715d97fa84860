'use client'

import { useRef, useState } from 'react'
import type { Invited } from '../../organisations/members.js'
import { Dialogue } from '../actions/dialogue.js'
import { CopyOnce } from '../copy-once.js'
import { fetchJson } from '../fetch-json.js'
import type { GivenCode } from '../logins/code-shown.js'
import { nothingSaid, Step, TextField, useSaid } from '../logins/parts.js'
import { useLoginWords } from '../logins/use-login-words.js'
import { fill } from '../moderation/fill.js'
import { useWords } from '../use-words.js'

interface InviteProps {
  organisation: { id: string; name: string }
  onClose: () => void
}

/** Invites somebody: a username is enough. What is to be told stands in the end in plain words, with the code. */
export function InviteDialogue({ organisation, onClose }: InviteProps) {
  const { w, language } = useWords()
  const { when } = useLoginWords()
  const toSaid = useSaid()
  const [known, setKnown] = useState(false)
  const [username, setUsername] = useState('')
  const [roleTitle, setRoleTitle] = useState('')
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ words: string; code: string; once: string } | null>(null)
  const shown = useRef<HTMLParagraphElement>(null)
  const sendNew = async () => {
    const answer = await fetchJson<Invited>(`/api/organisations/${organisation.id}/members`, {
      method: 'POST',
      body: {
        username: username.trim(),
        language,
        ...(roleTitle.trim() ? { roleTitle: roleTitle.trim() } : {}),
      },
    })
    if (!answer.ok) return setSaid(toSaid(answer))
    const { code, ends } = answer.body
    const address = `${window.location.origin}/admin/login`
    const words = fill(w.inviteFirst, { address, username: answer.body.username, code })
    setTold({ words, code, once: fill(w.inviteOnce, { at: when(ends) }) })
  }
  const sendKnown = async () => {
    const body = { role: 'contributor', organisation: organisation.id }
    const answer = await fetchJson<GivenCode>('/api/memberships/offer', { method: 'POST', body })
    if (!answer.ok) {
      const { words, faults } = toSaid(answer)
      return setSaid({ words: words ?? Object.values(faults)[0] ?? null, faults: {} })
    }
    const { code, ends } = answer.body
    setTold({ words: fill(w.inviteAccept, { code }), code, once: fill(w.inviteOnce, { at: when(ends) }) })
  }
  const send = async () => {
    setBusy(true)
    setSaid(nothingSaid)
    await (known ? sendKnown() : sendNew())
    setBusy(false)
  }
  if (told) {
    return (
      <Dialogue title={w.inviteTell} key="told" onClose={onClose}>
        <p className="torg-one-time-code">
          <code>{told.code}</code>
        </p>
        <p className="torg-next__said torg-told" ref={shown}>
          {told.words}
        </p>
        <p>{told.once}</p>
        <p className="torg-buttons">
          <CopyOnce text={told.words} shown={shown}>
            {w.inviteCopy}
          </CopyOnce>
          <button type="button" className="torg-button torg-button--primary" onClick={onClose}>
            {w.close}
          </button>
        </p>
      </Dialogue>
    )
  }
  return (
    <Dialogue title={w.inviteMember} key="asked" onClose={onClose}>
      <Step
        onSubmit={send}
        busy={busy}
        said={said.words}
        submit={w.inviteGive}
        more={
          <button className="torg-button" type="button" onClick={onClose}>
            {w.cancel}
          </button>
        }
      >
        <fieldset className="torg-field">
          <legend>{w.inviteWho}</legend>
          {[false, true].map((each) => (
            <label className="torg-box torg-box--line" key={String(each)}>
              <input
                type="radio"
                name="torg-known"
                checked={known === each}
                onChange={() => setKnown(each)}
              />
              <span>{each ? w.inviteKnown : w.inviteNew}</span>
            </label>
          ))}
        </fieldset>
        {!known && (
          <>
            <TextField
              label={w.inviteUsername}
              help={w.inviteUsernameHelp}
              fault={said.faults.username}
              name="member-username"
              autoComplete="off"
              value={username}
              onText={setUsername}
              maxLength={64}
              required
            />
            <TextField
              label={w.inviteTitleField}
              help={w.inviteTitleHelp}
              fault={said.faults.roleTitle}
              name="member-title"
              autoComplete="off"
              autoCapitalize="sentences"
              value={roleTitle}
              onText={setRoleTitle}
              maxLength={80}
            />
          </>
        )}
        <p className="torg-help">{w.inviteBecomes}</p>
      </Step>
    </Dialogue>
  )
}
