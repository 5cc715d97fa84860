'use client'

import type { DuePolicy } from '../../privacy/policies/policy-version.js'
import { dayWords } from '../time-words.js'
import { AcceptButton } from './accept-button.js'
import { PolicyText } from './policy-text.js'
import { usePolicyWords } from './use-policies.js'

interface DuePanelProps {
  due: DuePolicy
  onDone: (sentence: string) => void | Promise<void>
}

/** Terms that wait for the reader's word, on their desk: what is in force at once, what is announced ahead. */
export function DuePanel({ due: { policy, municipality, needed }, onDone }: DuePanelProps) {
  const { say, language } = usePolicyWords()
  const id = `torg-policy-${policy.id}`
  const facts = { name: municipality.name, day: dayWords(policy.validFrom, language) }
  return (
    <section
      className={`torg-panel torg-asks torg-policy${needed ? ' torg-asks--late' : ''}`}
      aria-labelledby={id}
    >
      <h2 id={id}>{say(needed ? 'needed' : 'coming', facts)}</h2>
      <p>{say(needed ? 'neededWhy' : 'comingWhy')}</p>
      <PolicyText policy={policy} />
      <AcceptButton policy={policy.id} onDone={() => onDone(say('done'))} />
    </section>
  )
}
