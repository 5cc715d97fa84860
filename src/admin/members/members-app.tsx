'use client'

import { useRef, useState } from 'react'
import { confirmationStanding } from '../../moderation/confirmation.js'
import type { ShownCircle, ShownMember } from '../../organisations/members.js'
import { fill } from '../moderation/fill.js'
import { Announcer, useAnnounce } from '../moderation/use-announce.js'
import { Badge } from '../fields/badge.js'
import { toast } from '../ui-kit.js'
import { dayWords } from '../time-words.js'
import { useWords } from '../use-words.js'
import { ConfirmPanel } from './confirm-panel.js'
import { InviteDialogue } from './invite-dialogue.js'
import { MemberDialogue, type Asked } from './member-dialogue.js'
import { MemberLine } from './member-line.js'
import { OfferPanel, OfferOut } from './offer-panel.js'
import { useCircle } from './use-circle.js'

/** Who has a login for each of these organisations, and everything that is done with it. */
export function MembersApp({ organisations }: { organisations: string[] }) {
  const { w } = useWords()
  return (
    <Announcer>
      <div className="torg-members">
        <h1>{w.members}</h1>
        {organisations.map((each) => (
          <Organisation key={each} id={each} named={organisations.length > 1} />
        ))}
      </div>
    </Announcer>
  )
}

function Organisation({ id, named }: { id: string; named: boolean }) {
  const { w } = useWords()
  const { circle, reload } = useCircle(id)
  if (circle === 'loading') return <p role="status">{w.loading}</p>
  if (circle === 'failed')
    return (
      <p className="torg-fault" role="alert">
        {w.membersFailed}
      </p>
    )
  return <Shown circle={circle} named={named} reload={reload} />
}

interface ShownProps {
  circle: ShownCircle
  /** Whether several organisations stand on the page. */
  named: boolean
  reload: () => Promise<void>
}

function Shown({ circle, named, reload }: ShownProps) {
  const { w, language } = useWords()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [inviting, setInviting] = useState(false)
  const { organisation, members, handOver } = circle
  const own = members.find((each) => each.own)
  const looksAfter = members.length > 1 || circle.mayInvite || own?.role === 'organisation-admin'
  const done = async (sentence: string) => {
    setAsked(null)
    announce(sentence)
    toast.success(sentence)
    await reload()
    // What had the focus may be gone.
    heading.current?.focus()
  }
  const ask = (member: ShownMember, action: Asked['action']) => setAsked({ member, action })
  const day = (instant: string) => dayWords(instant.slice(0, 10), language)
  const due = circle.confirmedAt ? confirmationStanding(circle.confirmedAt, new Date()) : null
  const leads = own?.role === 'organisation-admin'
  return (
    <>
      <h2 className="torg-members__of" tabIndex={-1} ref={heading}>
        {organisation.name} <Badge axis="life" value={organisation.life} />
      </h2>
      {organisation.life !== 'approved' && <p className="torg-note">{w.membersPaused}</p>}
      {handOver && own && handOver.to.account === own.account && (
        <OfferPanel
          organisation={organisation}
          account={own.account}
          from={handOver.from.username}
          onDone={(sentence) => void done(sentence)}
        />
      )}
      {circle.mayConfirm && due && due.standing !== 'good' && (
        <ConfirmPanel
          organisation={organisation}
          due={{ dueAt: due.dueAt, overdue: due.standing === 'overdue' }}
          onDone={(sentence) => void done(sentence)}
        />
      )}
      <section className="torg-panel" aria-labelledby={`torg-members-${organisation.id}`}>
        <h3 id={`torg-members-${organisation.id}`}>{looksAfter ? w.membersWho : w.membersOwn}</h3>
        {handOver && handOver.to.account !== own?.account && (
          <OfferOut
            organisation={organisation.id}
            handOver={handOver}
            mayTakeBack={members.some(
              ({ account, actions }) =>
                account === handOver.to.account && actions.includes('take-back-hand-over'),
            )}
            onDone={(sentence) => void done(sentence)}
          />
        )}
        <ul className="torg-lines">
          {members.map((member) => (
            <MemberLine key={member.account} member={member} onAsk={ask} onChanged={reload} />
          ))}
        </ul>
        {circle.mayInvite && (
          <p className="torg-buttons">
            <button
              type="button"
              className="torg-button torg-button--primary torg-button--large"
              onClick={() => setInviting(true)}
            >
              {w.inviteMember}
              {named && <span className="torg-hidden">: {organisation.name}</span>}
            </button>
          </p>
        )}
      </section>
      {circle.mayConfirm && due?.standing === 'good' && (
        <p className="torg-about">
          {fill(w.confirmLast, { at: day(circle.confirmedAt!), due: day(due.dueAt) })}
        </p>
      )}
      {own && (
        <section className="torg-panel" aria-labelledby={`torg-away-${organisation.id}`}>
          <h3 id={`torg-away-${organisation.id}`}>{w.membersAway}</h3>
          {leads && !own.actions.includes('leave') && <p>{w.memberLastAdmin}</p>}
          <p className="torg-buttons">
            {own.actions.includes('make-contributor') && (
              <button type="button" className="torg-button" onClick={() => ask(own, 'make-contributor')}>
                {w.memberStepDown}
              </button>
            )}
            {own.actions.includes('leave') && (
              <button
                type="button"
                className="torg-button torg-button--grave"
                onClick={() => ask(own, 'leave')}
              >
                {fill(w.memberLeave, { name: organisation.name })}
              </button>
            )}
          </p>
        </section>
      )}
      {asked && (
        <MemberDialogue
          organisation={organisation}
          asked={asked}
          onDone={(sentence) => void done(sentence)}
          onClose={() => setAsked(null)}
        />
      )}
      {inviting && (
        <InviteDialogue
          organisation={organisation}
          onClose={() => {
            setInviting(false)
            void reload()
          }}
        />
      )}
    </>
  )
}
