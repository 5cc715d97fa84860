'use client'

import { useEffect, useState } from 'react'
import { Dialogue } from '../actions/dialogue.js'
import { Badge } from '../fields/badge.js'
import type { PictureWithConsent } from '../fields/picture.js'
import { fetchJson } from '../fetch-json.js'
import { happenedLabels } from '../../moderation/notices/happened.js'
import { faultWords } from '../problem-words.js'
import { timeWords } from '../time-words.js'
import { Link, toast, useDocumentInfo, useDocumentTitle } from '../ui-kit.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'

const kinds = {
  event: ['kindEvent', 'events'],
  post: ['kindPost', 'posts'],
  organisation: ['kindOrganisation', 'organisations'],
  municipality: ['kindMunicipality', 'municipalities'],
} as const

interface Uses {
  uses: { kind: keyof typeof kinds; id: string; title: string | null; state: string | null; shown: boolean }[]
  others: number
}

/** Above the form of a picture: whether it may be shown, where it is, and how it is taken away from everywhere. */
export function PicturePanel() {
  const { id } = useDocumentInfo()
  return id === undefined ? null : <Panel id={String(id)} />
}

function Panel({ id }: { id: string }) {
  const { w } = useWords()
  const [picture, setPicture] = useState<PictureWithConsent | null>(null)
  const [uses, setUses] = useState<Uses | null>(null)
  const [read, setRead] = useState(0)
  const [asking, setAsking] = useState(false)
  const { setDocumentTitle } = useDocumentTitle()
  useEffect(() => {
    let current = true
    const keep = <T,>(address: string, set: (found: T) => void) =>
      void fetchJson<T>(`/api/media/${id}${address}`).then(({ ok, body }) => ok && current && set(body))
    keep('?depth=0', setPicture)
    keep('/uses', setUses)
    return () => {
      current = false
    }
  }, [id, read])
  const gone = picture?.withdrawn === true
  useEffect(() => {
    if (!gone) return
    document.documentElement.dataset.torgLock = 'erased'
    return () => void delete document.documentElement.dataset.torgLock
  }, [gone])
  if (!picture) return null
  return (
    <section className="torg-panel torg-situation" aria-label={w.situation}>
      <ConsentWords picture={picture} />
      <h2>{w.pictureUsedBy}</h2>
      {uses && <UsesList {...uses} />}
      {!gone && (
        <button type="button" className="torg-button torg-button--grave" onClick={() => setAsking(true)}>
          {w.takeConsentBack}
        </button>
      )}
      {asking && (
        <TakeBack
          id={id}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            setRead(read + 1)
            // It was the picture's description, which is destroyed with it.
            setDocumentTitle(w.consentIsTakenBack)
          }}
        />
      )}
    </section>
  )
}

/** How long the picture may be shown, or why it may not any more. */
function ConsentWords({ picture }: { picture: PictureWithConsent }) {
  const { w, language } = useWords()
  const zone = useZone()
  const until = picture.peopleShown === 'consent-held' ? picture.consent?.validUntil : null
  if (picture.withdrawn) return <p className="torg-note">{w.consentTakenBack}</p>
  if (!until) return null
  const over = Date.parse(until) <= Date.now()
  return (
    <p className={over ? 'torg-fault' : undefined}>
      {over ? w.consentOverSince : w.consentHoldsUntil}{' '}
      <time dateTime={until}>{timeWords(until, zone, language)}</time>
    </p>
  )
}

function UsesList({ uses, others }: Uses) {
  const { w } = useWords()
  return (
    <>
      {uses.length + others === 0 && <p className="torg-none">{w.pictureUsedNowhere}</p>}
      <ul className="torg-uses">
        {uses.map(({ kind, id, title, state, shown }) => (
          <li key={id}>
            {w[kinds[kind][0]]}{' '}
            <Link href={`/admin/collections/${kinds[kind][1]}/${id}`} prefetch={false}>
              {title || w.withoutTitle}
            </Link>{' '}
            <Badge axis="state" value={state} /> {shown && <strong>{w.seenByCitizens}</strong>}
          </li>
        ))}
      </ul>
      {others > 0 && <p>{`${w.pictureUsedByOthers} ${others}`}</p>}
    </>
  )
}

/** Asks once more: what is destroyed does not come back. */
function TakeBack({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
  const { w, label, language } = useWords()
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const send = async () => {
    setSending(true)
    const { ok, body } = await fetchJson(`/api/media/${id}/actions/withdraw-consent`, {
      method: 'POST',
      body: {},
    })
    setSending(false)
    if (!ok) return setFault(faultWords(body, language))
    toast.success(label(happenedLabels['withdraw-consent']))
    onDone()
  }
  return (
    <Dialogue title={w.takeConsentBack} onClose={onClose}>
      <p>{w.whatHappens['withdraw-consent']}</p>
      {fault && (
        <p className="torg-fault" role="alert">
          {fault}
        </p>
      )}
      <div className="torg-buttons">
        <button
          type="button"
          className="torg-button torg-button--grave"
          disabled={sending}
          onClick={() => void send()}
        >
          {sending ? w.sending : w.takeConsentBackDo}
        </button>
        <button type="button" className="torg-button" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </Dialogue>
  )
}
