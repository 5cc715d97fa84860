'use client'

import { useState } from 'react'
import type { ShownHandOver } from '../../organisations/members.js'
import { useLoginWords } from '../logins/use-login-words.js'
import { useSaid } from '../logins/parts.js'
import { fill } from '../moderation/fill.js'
import { useWords } from '../use-words.js'
import { actOnMember } from './use-circle.js'

interface OfferProps {
  organisation: { id: string; name: string }
  /** The login to which it is offered: that of the reader. */
  account: string
  from: string
  onDone: (sentence: string, answer: Answered) => void
}

type Answered = 'accept-hand-over' | 'decline-hand-over'

/** An organisation is offered to the reader, who confirms or says no. */
export function OfferPanel({ organisation, account, from, onDone }: OfferProps) {
  const { w } = useWords()
  const toSaid = useSaid()
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const { id, name } = organisation
  const answer = async (action: Answered, sentence: string) => {
    if (sending) return
    setSending(true)
    const said = await actOnMember(id, account, action)
    setSending(false)
    if (said.ok) return onDone(sentence, action)
    const { words, faults } = toSaid(said)
    setFault(words ?? Object.values(faults)[0] ?? null)
  }
  return (
    <section className="torg-panel torg-asks" aria-labelledby={`torg-offer-${id}`}>
      <h2 id={`torg-offer-${id}`}>{fill(w.handOverOffered, { from, name })}</h2>
      <p>{w.handOverAcceptWhy}</p>
      {fault && (
        <p className="torg-fault" role="alert">
          {fault}
        </p>
      )}
      <p className="torg-buttons">
        <button
          type="button"
          className="torg-button torg-button--primary torg-button--large"
          onClick={() => void answer('accept-hand-over', fill(w.handOverAccepted, { name }))}
        >
          {w.handOverAccept}
        </button>
        <button
          type="button"
          className="torg-button torg-button--large"
          onClick={() => void answer('decline-hand-over', w.handOverDeclined)}
        >
          {w.handOverDecline}
        </button>
      </p>
    </section>
  )
}

interface OutProps {
  organisation: string
  handOver: ShownHandOver
  mayTakeBack: boolean
  onDone: (sentence: string) => void
}

/** The organisation is offered to somebody who has not answered yet. */
export function OfferOut({ organisation, handOver, mayTakeBack, onDone }: OutProps) {
  const { w } = useWords()
  const { when } = useLoginWords()
  const toSaid = useSaid()
  const [fault, setFault] = useState<string | null>(null)
  const takeBack = async () => {
    const said = await actOnMember(organisation, handOver.to.account, 'take-back-hand-over')
    if (said.ok) return onDone(w.toldTakenBack)
    const { words, faults } = toSaid(said)
    setFault(words ?? Object.values(faults)[0] ?? null)
  }
  return (
    <div className="torg-note torg-offer-out">
      <p>{fill(w.handOverOut, { to: handOver.to.username, at: when(handOver.ends) })}</p>
      {fault && (
        <p className="torg-fault" role="alert">
          {fault}
        </p>
      )}
      {mayTakeBack && (
        <button type="button" className="torg-button torg-button--small" onClick={() => void takeBack()}>
          {w.memberTakeBack}
        </button>
      )}
    </div>
  )
}
