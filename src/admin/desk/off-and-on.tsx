'use client'

import { useState } from 'react'
import { fill } from '../moderation/fill.js'
import { faultWords } from '../problem-words.js'
import { toast } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { announceStatus } from './announce.js'

interface OffAndOnProps {
  event: { id: string; title: string; revision: number }
  when: string
  /** It is off; the same button takes that back. */
  off: boolean
  /** What is on again: one time, or the whole event (null). */
  occurrence: string | null
  large?: boolean
  onCancel: () => void
  onChanged: (sentence: string, title: string) => Promise<void>
}

/**
 * The button that calls something off, or says that it is on after all. One element for both: whoever pressed it keeps the
 * focus on it.
 */
export function OffAndOn({ event, when, off, occurrence, large, onCancel, onChanged }: OffAndOnProps) {
  const { w, language } = useWords()
  const [sending, setSending] = useState(false)
  const { id, title, revision } = event
  const again = async () => {
    setSending(true)
    const problem = await announceStatus({ id, revision, status: 'scheduled', occurrence })
    setSending(false)
    if (problem && problem.code !== 'revision-conflict') toast.error(faultWords(problem, language))
    await onChanged(problem ? w.deskChangedMeanwhile : w.deskIsOn, title)
  }
  const size = large ? 'torg-button--large' : 'torg-button--small'
  return (
    <button
      type="button"
      className={`torg-button ${off ? '' : 'torg-button--grave'} ${size}`}
      aria-label={off ? `${w.deskOnAgain}: ${title} ${when}` : fill(w.deskCancelName, { title, when })}
      aria-disabled={sending || undefined}
      onClick={() => (off ? !sending && void again() : onCancel())}
    >
      {off ? w.deskOnAgain : w.deskCancel}
    </button>
  )
}
