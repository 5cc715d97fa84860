'use client'

import { useEffect, useLayoutEffect, useState } from 'react'
import { happenedLabels } from '../../../moderation/notices/happened.js'
import { useWords } from '../../use-words.js'
import { counted, fill } from '../fill.js'
import type { HeldDecision } from './use-held.js'

interface HeldBarProps {
  held: readonly HeldDecision[]
  /** What took effect at once just now, in words; shown where nothing can be taken back. */
  done: string | null
  onUndo: (decision: HeldDecision) => void
  onUndoAll: () => void
}

/** The decisions that can still be taken back, with the seconds that are left. */
export function HeldBar({ held, done, onUndo, onUndoAll }: HeldBarProps) {
  const { w, label } = useWords()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (held.length === 0) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [held.length])
  const lift = useLift(held.length > 0 || done !== null)
  const last = held.at(-1)
  // Said by the status of the page already.
  if (!last)
    return done === null ? null : (
      <div className="torg-held torg-held--bar" style={{ bottom: lift }} aria-hidden="true">
        {done}
      </div>
    )
  const left = Math.max(0, Math.ceil((last.effectiveAt - now) / 1000))
  const happened = label((happenedLabels as Record<string, unknown>)[last.action])
  return (
    <div className="torg-held torg-held--bar" style={{ bottom: lift }}>
      <span>
        {fill(w.decided, { what: happened, title: last.title || w.withoutTitle })}{' '}
        {/* Said once, when it was decided; the seconds are for the eye. */}
        <span aria-hidden="true">{fill(w.heldOne, { n: left })}</span>
      </span>
      <button type="button" className="torg-button torg-button--primary" onClick={() => onUndo(last)}>
        {w.undoLast} <kbd aria-hidden="true">z</kbd>
      </button>
      {held.length > 1 && (
        <>
          <span>{counted(w.heldMany, held.length)}</span>
          <button type="button" className="torg-button" onClick={onUndoAll}>
            {w.undoAll}
          </button>
        </>
      )}
    </div>
  )
}

/** How high the buttons of the next decision stand at the bottom of the page, in pixels: the bar lies above them. */
function useLift(isShown: boolean): number {
  const [lift, setLift] = useState(0)
  useLayoutEffect(() => {
    if (!isShown) return
    const watched = new ResizeObserver(() => measure())
    const measure = () => {
      const buttons = document.querySelector('.torg-decide')
      if (buttons) watched.observe(buttons)
      setLift(buttons ? Math.ceil(buttons.getBoundingClientRect().height) : 0)
    }
    // The buttons go and come with what is read.
    const changes = new MutationObserver(measure)
    changes.observe(document.body, { childList: true, subtree: true })
    measure()
    return () => {
      watched.disconnect()
      changes.disconnect()
    }
  }, [isShown])
  return lift
}
