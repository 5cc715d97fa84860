'use client'

import { useState } from 'react'
import { roleLabels } from '../../tenancy/role-labels.js'
import { fetchJson } from '../fetch-json.js'
import { labelIn } from '../language.js'
import { useSaid } from '../logins/parts.js'
import { useLoginWords } from '../logins/use-login-words.js'
import { toast } from '../ui-kit.js'
import type { DueRole } from './due.js'

/** One role after the other: still needed, or ended. */
export function ReviewList({ due }: { due: DueRole[] }) {
  const { say, language } = useLoginWords()
  const toSaid = useSaid()
  const [left, setLeft] = useState(due)
  const settle = async (id: string, method: 'POST' | 'DELETE') => {
    const address = `/api/memberships/${id}${method === 'POST' ? '/actions/reviewed' : ''}`
    const answer = await fetchJson(address, { method })
    if (answer.ok) setLeft((rows) => rows.filter((row) => row.id !== id))
    else toast.error(toSaid(answer).words ?? '')
  }
  if (left.length === 0) return <p role="status">{say('reviewNone')}</p>
  return (
    <ul className="torg-register">
      {left.map(({ id, role, account, organisation, reviewedOn }) => {
        const what = labelIn(roleLabels[role], language)
        return (
          <li key={id}>
            <span>
              <strong>{account}</strong>
              <span className="torg-about">
                {[what, organisation, reviewedOn ? `${say('reviewedOn')} ${reviewedOn}` : say('reviewNever')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="torg-pair">
              <button
                className="torg-button torg-button--small"
                type="button"
                aria-label={`${say('keepRole')}: ${account}, ${what}`}
                onClick={() => void settle(id, 'POST')}
              >
                {say('keepRole')}
              </button>
              <button
                className="torg-button torg-button--small torg-button--grave"
                type="button"
                aria-label={`${say('endRole')}: ${account}, ${what}`}
                onClick={() => void settle(id, 'DELETE')}
              >
                {say('endRole')}
              </button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
