'use client'

import { useState } from 'react'
import { fill } from '../moderation/fill.js'
import { useAnnounce } from '../moderation/use-announce.js'
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
  /** Nothing was done; what stands there may have changed meanwhile. */
  onRefused: () => Promise<unknown>
}

/**
 * The button that calls something off, or says that it is on after all. One element for both: whoever pressed it keeps the
 * focus on it.
 */
export function OffAndOn(props: OffAndOnProps) {
  const { event, when, off, occurrence, large, onCancel, onChanged, onRefused } = props
  const { w, language } = useWords()
  const announce = useAnnounce()
  const [sending, setSending] = useState(false)
  const { id, title, revision } = event
  const again = async () => {
    setSending(true)
    const problem = await announceStatus({ id, revision, status: 'scheduled', occurrence })
    setSending(false)
    if (!problem) return onChanged(w.deskIsOn, title)
    const stale = problem.code === 'revision-conflict'
    const said = stale ? w.deskChangedMeanwhile : faultWords(problem, language)
    announce(said)
    if (stale) toast.warning(said)
    else toast.error(said)
    await onRefused()
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
