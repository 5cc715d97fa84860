'use client'

import { useState } from 'react'
import type { MemberAction } from '../../organisations/member-actions.js'
import type { ShownMember } from '../../organisations/members.js'
import { roleLabels } from '../../tenancy/role-labels.js'
import { fetchJson } from '../fetch-json.js'
import { CareForLogins } from '../logins/care-for-logins.js'
import type { Logins } from '../logins/logins.js'
import { useLoginWords } from '../logins/use-login-words.js'
import { fill } from '../moderation/fill.js'
import { useWords } from '../use-words.js'

/** What a button beside a login asks about. */
export type MemberQuestion = Extract<
  MemberAction,
  'make-admin' | 'make-contributor' | 'take-away' | 'hand-over' | 'leave'
>

const buttons = {
  'make-admin': 'memberMakeAdmin',
  'make-contributor': 'memberMakeContributor',
  'hand-over': 'memberHandOver',
  'take-away': 'memberTakeAway',
} as const

interface LineProps {
  member: ShownMember
  onAsk: (member: ShownMember, action: MemberQuestion) => void
  onChanged: () => Promise<void>
}

/** One login: what it is to the organisation, whether anybody has used it, and what can be done with it. */
export function MemberLine({ member, onAsk, onChanged }: LineProps) {
  const { w, label } = useWords()
  const { when } = useLoginWords()
  const { username, roleTitle, role, kind, own, disabled, loggedInOnce, codeUntil, actions } = member
  const facts = [
    roleTitle,
    kind === 'machine' && w.memberMachine,
    disabled && w.memberDisabled,
    kind !== 'machine' && !loggedInOnce && w.memberNever,
    codeUntil && fill(w.memberCodeUntil, { at: when(codeUntil) }),
  ].filter(Boolean)
  // One's own login stands below the list, with what follows from leaving.
  const offered = (Object.keys(buttons) as (keyof typeof buttons)[]).filter(
    (action) => !own && actions.includes(action),
  )
  return (
    <li data-member={username}>
      <strong>
        {username}
        {own && ` (${w.memberOwn})`}
      </strong>
      <span className={`torg-badge torg-badge--${role === 'organisation-admin' ? 'good' : 'quiet'}`}>
        {label(roleLabels[role])}
      </span>
      {facts.length > 0 && <span className="torg-about">{facts.join(' · ')}</span>}
      {offered.length > 0 && (
        <p className="torg-next__do">
          {offered.map((action) => (
            <button
              key={action}
              type="button"
              className={`torg-button torg-button--small${action === 'take-away' ? ' torg-button--grave' : ''}`}
              aria-label={`${w[buttons[action]]}: ${username}`}
              onClick={() => onAsk(member, action)}
            >
              {w[buttons[action]]}
            </button>
          ))}
        </p>
      )}
      {member.mayGiveCode && <Care member={member} onChanged={onChanged} />}
    </li>
  )
}

/** Codes, devices and open logins of somebody who writes for nobody else; asked for when it is opened. */
function Care({ member, onChanged }: Pick<LineProps, 'member' | 'onChanged'>) {
  const { w } = useWords()
  const [logins, setLogins] = useState<Logins | null>(null)
  const load = async () => {
    const { ok, body } = await fetchJson<Logins>(`/api/accounts/${member.account}/logins`)
    setLogins(ok ? body : null)
  }
  return (
    <details
      className="torg-details torg-logins"
      onToggle={(event) => {
        if (event.currentTarget.open && !logins) void load()
      }}
    >
      <summary>
        {w.memberCode}
        <span className="torg-hidden">: {member.username}</span>
      </summary>
      {logins && (
        <CareForLogins
          id={member.account}
          logins={logins}
          reload={() => {
            void load()
            void onChanged()
          }}
        />
      )}
    </details>
  )
}
