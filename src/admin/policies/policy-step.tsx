'use client'

import { useEffect, useRef, useState } from 'react'
import type { DuePolicy } from '../../privacy/policies/policy-version.js'
import { AcceptButton } from './accept-button.js'
import { PolicyText } from './policy-text.js'
import { usePolicyWords } from './use-policies.js'

interface PolicyStepProps {
  due: DuePolicy | null
  onDone: () => Promise<void>
}

/** The first step of submitting, where the terms have still to be accepted. */
export function PolicyStep({ due, onDone }: PolicyStepProps) {
  const { say } = usePolicyWords()
  const [done, setDone] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  // The button that had the focus is gone.
  useEffect(() => {
    if (done) said.current?.focus()
  }, [done])
  if (done) {
    return (
      <p ref={said} tabIndex={-1} role="status" className="torg-note">
        {say('done')}
      </p>
    )
  }
  if (!due) return null
  return (
    <section className="torg-panel torg-asks torg-policy" aria-labelledby="torg-policy-step">
      <h3 id="torg-policy-step">{say('firstStep')}</h3>
      <PolicyText policy={due.policy} />
      <AcceptButton
        policy={due.policy.id}
        onDone={async () => {
          await onDone()
          setDone(true)
        }}
      />
    </section>
  )
}
