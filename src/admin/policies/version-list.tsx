'use client'

import type { ShownPolicies } from '../../privacy/policies/policy-version.js'
import { policyStandingLabels } from '../messages/policies.js'
import { dayWords, timeWords } from '../time-words.js'
import { AcceptButton } from './accept-button.js'
import { PolicyText } from './policy-text.js'
import { usePolicyWords } from './use-policies.js'

interface VersionListProps {
  shown: ShownPolicies
  zone: string
  /** Whether the account publishes here, and so is asked to accept. */
  publishes: boolean
  onAccepted: () => Promise<void>
}

/** All versions, the newest first; what is in force stands open. */
export function VersionList({ shown, zone, publishes, onAccepted }: VersionListProps) {
  const { say, label, language } = usePolicyWords()
  if (shown.versions.length === 0) return <p className="torg-none">{say('none')}</p>
  return (
    <>
      {shown.versions.map((policy) => (
        <section
          key={policy.id}
          className="torg-panel torg-policy"
          aria-labelledby={`torg-policy-${policy.number}`}
        >
          <h2 id={`torg-policy-${policy.number}`}>
            {say('version', { n: policy.number })}{' '}
            <span className="torg-badge">{label(policyStandingLabels[policy.standing])}</span>
          </h2>
          <p className="torg-about">{say('from', { day: dayWords(policy.validFrom, language) })}</p>
          <PolicyText policy={policy} open={policy.standing === 'in-force'} />
          {policy.acceptedAt && (
            <p>{say('accepted', { at: timeWords(policy.acceptedAt, zone, language) ?? '' })}</p>
          )}
          {publishes && !policy.acceptedAt && policy.standing !== 'past' && (
            <AcceptButton policy={policy.id} onDone={onAccepted} />
          )}
        </section>
      ))}
    </>
  )
}
