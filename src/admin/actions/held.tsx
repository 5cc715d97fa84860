'use client'

import { useEffect, useState } from 'react'
import { actionLabels } from '../../moderation/action-labels.js'
import { useWords } from '../use-words.js'

interface HeldProps {
  pending: { action: string; effectiveAt: string }
  onUndo: () => void
  /** Called while the decision should have taken effect, until it has. */
  onDue: () => void
}

/** A decision that takes effect in a moment, and the way to take it back. */
export function Held({ pending, onUndo, onDue }: HeldProps) {
  const { w, label } = useWords()
  const [now, setNow] = useState(() => Date.now())
  const left = Math.max(0, Math.ceil((Date.parse(pending.effectiveAt) - now) / 1000))
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() > Date.parse(pending.effectiveAt)) onDue()
    }, 1000)
    return () => clearInterval(timer)
  }, [pending.effectiveAt, onDue])
  const name = label((actionLabels as Record<string, unknown>)[pending.action])
  return (
    <div className="torg-held">
      <span role="status">
        {name}: {w.takesEffect}
      </span>
      <span aria-hidden="true">{left > 0 ? `${left} s` : '…'}</span>
      <button type="button" className="torg-button torg-button--primary" onClick={onUndo}>
        {w.undo}
      </button>
    </div>
  )
}
