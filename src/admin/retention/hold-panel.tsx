'use client'

import { useState } from 'react'
import type { ShownHold } from '../../privacy/retention/shown-retention.js'
import type { HoldKind, HoldReason } from '../../privacy/retention/holds.js'
import { fetchJson } from '../fetch-json.js'
import { collectionOfKind, DocumentCell } from '../fields/document-cell.js'
import { holdKindLabels, holdReasonLabels } from '../messages/retention.js'
import { useAnnounce } from '../moderation/use-announce.js'
import { faultWords } from '../problem-words.js'
import { timeWords } from '../time-words.js'
import { HoldForm } from './hold-form.js'
import { useRetentionWords } from './use-retention.js'

interface HoldPanelProps {
  line: string
  holds: ShownHold[]
  zone: string
  admin: boolean
  onChange: () => Promise<void>
}

/** What is kept although its time may be over, and why; the admin holds back and lets go. */
export function HoldPanel({ line, holds, zone, admin, onChange }: HoldPanelProps) {
  const { say, language } = useRetentionWords()
  const announce = useAnnounce()
  const [fault, setFault] = useState<string | null>(null)
  const lift = async (id: string) => {
    const { ok, body } = await fetchJson(`/api/retention-holds/${id}`, { method: 'DELETE' })
    setFault(ok ? null : faultWords(body, language))
    if (ok) announce(say('lifted'))
    await onChange()
  }
  return (
    <section className="torg-panel" aria-labelledby="torg-holds">
      <h2 id="torg-holds">
        {say('holds')} {holds.length > 0 && <span className="torg-count">{holds.length}</span>}
      </h2>
      <p>{say('holdsWhy')}</p>
      {holds.length === 0 ? (
        <p className="torg-none">{say('noHolds')}</p>
      ) : (
        <ul className="torg-register">
          {holds.map((hold) => (
            <Line key={hold.id} hold={hold} zone={zone} onLift={admin ? () => void lift(hold.id) : null} />
          ))}
        </ul>
      )}
      <p role="alert" className="torg-retention__failed">
        {fault}
      </p>
      {admin && <HoldForm line={line} onHeld={onChange} />}
    </section>
  )
}

function Line({ hold, zone, onLift }: { hold: ShownHold; zone: string; onLift: (() => void) | null }) {
  const { say, label, language } = useRetentionWords()
  const { id, kind, document, reason, since } = hold
  const name = `torg-hold-${id}`
  const what = label(holdKindLabels[kind as HoldKind])
  return (
    <li>
      <span id={name}>
        {collectionOfKind[kind] ? (
          <DocumentCell cellData={document} rowData={{ kind }} />
        ) : (
          <strong>{kind === 'log' ? what : `${what} …${document.slice(-6)}`}</strong>
        )}
        <span className="torg-about">
          {' '}
          {label(holdReasonLabels[reason as HoldReason])} ·{' '}
          {say('since', { day: timeWords(since, zone, language) ?? '' })}
        </span>
      </span>
      {onLift && (
        <button
          type="button"
          id={`${name}-lift`}
          className="torg-button torg-button--small"
          aria-labelledby={`${name}-lift ${name}`}
          onClick={onLift}
        >
          {say('lift')}
        </button>
      )}
    </li>
  )
}
