'use client'

import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'

interface ItemNavProps {
  position: { n: number; of: number; more: boolean } | null
  backWords?: string
  onBack: () => void
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onHelp: () => void
}

/** Where in the list one is, and the ways on and back. */
export function ItemNav({ position, backWords, onBack, onPrevious, onNext, onHelp }: ItemNavProps) {
  const { w } = useWords()
  return (
    <nav className="torg-item-nav" aria-label={w.tabQueue}>
      <button type="button" className="torg-button torg-button--small" onClick={onBack}>
        ← {backWords ?? w.backToQueue}
      </button>
      <button
        type="button"
        className="torg-button torg-button--small"
        aria-disabled={!onPrevious}
        onClick={() => onPrevious?.()}
      >
        {w.previousOne}
      </button>
      <button
        type="button"
        className="torg-button torg-button--small"
        aria-disabled={!onNext}
        onClick={() => onNext?.()}
      >
        {w.nextOne}
      </button>
      {position && (
        <span>{fill(w.position, { n: position.n, of: `${position.of}${position.more ? '+' : ''}` })}</span>
      )}
      <button type="button" className="torg-button torg-button--small torg-item-nav__help" onClick={onHelp}>
        {w.shortcuts}
      </button>
    </nav>
  )
}
