'use client'

import { useId, useState, type FormEvent } from 'react'
import { holdKinds, holdReasons, type HoldKind, type HoldReason } from '../../privacy/retention/holds.js'
import { fetchJson } from '../fetch-json.js'
import { useAnnounce } from '../moderation/use-announce.js'
import { holdKindLabels, holdReasonLabels } from '../messages/retention.js'
import { faultWords } from '../problem-words.js'
import { useRetentionWords } from './use-retention.js'

/** The id in what was pasted, which may be the whole address of a page; null where there is none. */
export const idIn = (pasted: string): string | null =>
  /(?:^|\/)([0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=$|[/?#])/.exec(pasted.trim())?.[1] ??
  null

/** What is to be kept although its time may be over, by the address of its page. */
export function HoldForm({ line, onHeld }: { line: string; onHeld: () => Promise<void> }) {
  const { say, label, language } = useRetentionWords()
  const announce = useAnnounce()
  const id = useId()
  const [kind, setKind] = useState<HoldKind>('event')
  const [pasted, setPasted] = useState('')
  const [reason, setReason] = useState<HoldReason>('legal-claim')
  const [fault, setFault] = useState<string | null>(null)
  const ofLog = kind === 'log'
  const hold = async (event: FormEvent) => {
    event.preventDefault()
    const document = ofLog ? line : idIn(pasted)
    if (!document) return setFault(say('noId'))
    const { ok, body } = await fetchJson('/api/retention-holds', {
      method: 'POST',
      body: { municipality: line, kind, document, reason },
    })
    if (!ok)
      return setFault(body.faults?.[0]?.code === 'not-found' ? say('notThere') : faultWords(body, language))
    setFault(null)
    setPasted('')
    announce(say('held'))
    await onHeld()
  }
  return (
    <form onSubmit={(event) => void hold(event)}>
      <div className="torg-filter-fields">
        <div className="torg-filter">
          <label htmlFor={`${id}-kind`}>{say('holdKind')}</label>
          <select
            id={`${id}-kind`}
            className="torg-input"
            value={kind}
            onChange={(event) => setKind(event.target.value as HoldKind)}
          >
            {holdKinds.map((each) => (
              <option key={each} value={each}>
                {label(holdKindLabels[each])}
              </option>
            ))}
          </select>
        </div>
        {!ofLog && (
          <div className="torg-filter torg-log__noted">
            <label htmlFor={`${id}-where`}>{say('holdWhere')}</label>
            <input
              id={`${id}-where`}
              className="torg-input"
              required
              autoComplete="off"
              spellCheck={false}
              value={pasted}
              aria-invalid={fault !== null}
              aria-describedby={`${id}-how`}
              onChange={(event) => setPasted(event.target.value)}
            />
          </div>
        )}
        <div className="torg-filter">
          <label htmlFor={`${id}-reason`}>{say('holdReason')}</label>
          <select
            id={`${id}-reason`}
            className="torg-input"
            value={reason}
            onChange={(event) => setReason(event.target.value as HoldReason)}
          >
            {holdReasons.map((each) => (
              <option key={each} value={each}>
                {label(holdReasonLabels[each])}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="torg-button">
          {say('hold')}
        </button>
      </div>
      <p id={`${id}-how`} className="torg-about">
        {say('holdHow')}
      </p>
      <p role="alert" className="torg-retention__failed">
        {fault}
      </p>
    </form>
  )
}
