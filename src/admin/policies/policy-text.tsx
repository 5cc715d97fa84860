'use client'

import type { ShownPolicy } from '../../privacy/policies/policy-version.js'
import { textFor, usePolicyWords } from './use-policies.js'

/** A text with its paragraphs, marked with the language that it is in. */
function Paragraphs({ texts }: { texts: Readonly<Record<string, string>> }) {
  const { language } = usePolicyWords()
  const found = textFor(texts, language)
  if (!found) return null
  return (
    <div className="torg-policy__text" lang={found.language}>
      {found.text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}

/** What is new in a version, and the whole of it to open. */
export function PolicyText({ policy, open = false }: { policy: ShownPolicy; open?: boolean }) {
  const { say } = usePolicyWords()
  return (
    <>
      {Object.keys(policy.changes).length > 0 && (
        <>
          <h3>{say('changed')}</h3>
          <Paragraphs texts={policy.changes} />
        </>
      )}
      <details className="torg-details" open={open}>
        <summary>{say('text')}</summary>
        <Paragraphs texts={policy.texts} />
      </details>
    </>
  )
}
