'use client'

import { useState } from 'react'
import type { AfterHandOver } from '../../organisations/member-actions.js'
import type { ShownMember } from '../../organisations/members.js'
import { Dialogue } from '../actions/dialogue.js'
import { fill } from '../moderation/fill.js'
import { useSaid } from '../logins/parts.js'
import { useWords } from '../use-words.js'
import type { Messages } from '../messages/en.js'
import type { MemberQuestion } from './member-line.js'
import { actOnMember } from './use-circle.js'

export interface Asked {
  member: ShownMember
  action: MemberQuestion
}

type Word = keyof Messages

/** What the button says, what will happen, and what is said when it has. */
const words: Record<MemberQuestion, { title: Word; will: Word; own?: Word; told: Word; stops?: true }> = {
  'make-admin': { title: 'memberMakeAdmin', will: 'willBeAdmin', told: 'toldIsAdmin' },
  'make-contributor': {
    title: 'memberMakeContributor',
    will: 'willBeContributor',
    own: 'willStepDown',
    told: 'toldIsContributor',
  },
  'hand-over': { title: 'memberHandOver', will: 'willBeHandedOver', told: 'toldOffered' },
  'take-away': { title: 'memberTakeAway', will: 'willBeGone', told: 'toldGone', stops: true },
  leave: { title: 'memberLeave', will: 'willLeave', told: 'toldGone', stops: true },
}

interface DialogueProps {
  organisation: { id: string; name: string }
  asked: Asked
  onDone: (sentence: string) => void
  onClose: () => void
}

/** Asks once more before something is done with a login, and says what will happen. */
export function MemberDialogue({ organisation, asked, onDone, onClose }: DialogueProps) {
  const { w } = useWords()
  const toSaid = useSaid()
  const { member, action } = asked
  const { title, will, own, told, stops } = words[action]
  const [then, setThen] = useState<AfterHandOver>('stay')
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const facts = { who: member.username, name: organisation.name }
  const say = (word: Word) => fill(String(w[word]), facts)
  const send = async () => {
    setSending(true)
    const body = action === 'hand-over' ? { then } : {}
    const answer = await actOnMember(organisation.id, member.account, action, body)
    setSending(false)
    if (!answer.ok) {
      const { words: sentence, faults } = toSaid(answer)
      return setFault(sentence ?? Object.values(faults)[0] ?? null)
    }
    // The login that asked has ended with it.
    if (action === 'leave') return window.location.assign('/admin/login')
    onDone(say(told))
  }
  const button = say(member.own && action === 'make-contributor' ? 'memberStepDown' : title)
  return (
    <Dialogue title={member.own ? button : `${button}: ${member.username}`} onClose={onClose}>
      <div className="torg-cancel">
        <p>{say(member.own && own ? own : will)}</p>
        {action === 'take-away' && !member.loggedInOnce && member.kind !== 'machine' && (
          <p>{w.willBeUnused}</p>
        )}
        {action === 'hand-over' && (
          <fieldset className="torg-field">
            <legend>{w.handOverThen}</legend>
            {(['stay', 'leave'] as const).map((each) => (
              <label key={each} className="torg-box torg-box--line">
                <input type="radio" name="torg-then" checked={then === each} onChange={() => setThen(each)} />
                <span>{each === 'stay' ? w.handOverThenStay : say('handOverThenLeave')}</span>
              </label>
            ))}
          </fieldset>
        )}
        <p className="torg-fault" role="alert">
          {fault}
        </p>
        <div className="torg-buttons">
          <button
            type="button"
            className={`torg-button torg-button--large torg-button--${stops ? 'stop' : 'primary'}`}
            aria-disabled={sending || undefined}
            onClick={() => !sending && void send()}
          >
            {sending ? w.sending : button}
          </button>
          <button type="button" className="torg-button torg-button--large" onClick={onClose}>
            {w.cancel}
          </button>
        </div>
      </div>
    </Dialogue>
  )
}
