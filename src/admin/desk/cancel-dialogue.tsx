'use client'

import { useState } from 'react'
import type { DeskTime } from '../../moderation/desk.js'
import { reasonLists } from '../../moderation/reasons.js'
import { Dialogue } from '../actions/dialogue.js'
import { fill } from '../moderation/fill.js'
import { faultWords } from '../problem-words.js'
import { useWords } from '../use-words.js'
import { announceStatus } from './announce.js'
import { whenWords } from '../when-words.js'

/** What is about to be called off. */
export interface Cancelling {
  id: string
  title: string
  revision: number
  zone: string
  series: boolean
  /** The times to choose from; the first is the one that is meant, unless somebody says otherwise. */
  times: DeskTime[]
}

const whole = 'series'

interface DialogueProps {
  cancelling: Cancelling
  onClose: () => void
  onDone: () => void
  /** It was changed meanwhile: answers the revision that it has now, null where it is gone. */
  onStale: () => Promise<number | null>
}

/** Calls an event off, or one time of it. Everything is chosen beforehand, so that pressing once is enough. */
export function CancelDialogue({ cancelling, onClose, onDone, onStale }: DialogueProps) {
  const { w, label, language } = useWords()
  const { id, title, zone, series, times } = cancelling
  const [revision, setRevision] = useState(cancelling.revision)
  const [which, setWhich] = useState(series ? (times[0]?.occurrence ?? whole) : whole)
  const [reason, setReason] = useState('organiser')
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const say = (start: string) => whenWords(start, zone, language)
  const send = async () => {
    setFault(null)
    setSending(true)
    const occurrence = which === whole ? null : which
    const problem = await announceStatus({ id, revision, status: 'cancelled', reason, occurrence })
    setSending(false)
    if (!problem) return onDone()
    if (problem.code === 'revision-conflict') {
      const now = await onStale()
      if (now !== null) setRevision(now)
      return setFault(w.deskChangedMeanwhile)
    }
    setFault(faultWords(problem, language))
  }
  return (
    <Dialogue title={fill(w.deskCancelTitle, { title })} onClose={onClose}>
      <div className="torg-cancel">
        {series ? (
          <fieldset className="torg-field">
            <legend>{w.deskCancelWhich}</legend>
            {times.map(({ occurrence, start }) => (
              <Choice
                key={occurrence ?? start}
                name="torg-which"
                checked={which === occurrence}
                onChoose={() => setWhich(occurrence ?? whole)}
              >
                {fill(w.deskCancelOne, { when: say(start) })}
              </Choice>
            ))}
            <Choice name="torg-which" checked={which === whole} onChoose={() => setWhich(whole)}>
              {w.deskCancelAll}
            </Choice>
          </fieldset>
        ) : (
          times[0] && <p>{say(times[0].start)}</p>
        )}
        <fieldset className="torg-field">
          <legend>{w.deskCancelWhy}</legend>
          {Object.entries(reasonLists.announcement).map(([code, words]) => (
            <Choice key={code} name="torg-why" checked={reason === code} onChoose={() => setReason(code)}>
              {label(words)}
            </Choice>
          ))}
        </fieldset>
        {fault && (
          <p className="torg-fault" role="alert">
            {fault}
          </p>
        )}
        <p className="torg-help">{w.whatHappens.announce}</p>
        <div className="torg-buttons">
          <button
            type="button"
            className="torg-button torg-button--stop torg-button--large"
            aria-disabled={sending || undefined}
            onClick={() => !sending && void send()}
          >
            {sending ? w.sending : w.deskCancelNow}
          </button>
          <button type="button" className="torg-button torg-button--large" onClick={onClose}>
            {w.close}
          </button>
        </div>
      </div>
    </Dialogue>
  )
}

function Choice({
  name,
  checked,
  onChoose,
  children,
}: {
  name: string
  checked: boolean
  onChoose: () => void
  children: string
}) {
  return (
    <label className="torg-box torg-box--line">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}
