'use client'

import { useState, type ReactNode, type RefObject } from 'react'
import { useWords } from './use-words.js'

interface CopyProps {
  text: string
  /** What holds the text on the page: it is selected where the browser does not copy (no clipboard over plain http). */
  shown: RefObject<HTMLElement | null>
  /** What is said when it worked, where more than that is to be said. */
  done?: string
  children: ReactNode
}

function select(element: HTMLElement | null): void {
  if (!element) return
  if (element instanceof HTMLInputElement) {
    element.focus()
    element.select()
    return
  }
  const range = document.createRange()
  range.selectNodeContents(element)
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

/** Copies what is shown only once, and says whether it did: nobody finds out later that they have nothing. */
export function CopyOnce({ text, shown, done, children }: CopyProps) {
  const { w } = useWords()
  const [said, setSaid] = useState({ words: '', turn: 0 })
  const say = (words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 }))
  const copy = async () => {
    try {
      // There is none over plain http, whatever the types say.
      const clipboard = navigator.clipboard as Clipboard | undefined
      if (!clipboard) throw new Error('no-clipboard')
      await clipboard.writeText(text)
      say(done ?? w.copied)
    } catch {
      select(shown.current)
      say(w.copyByHand)
    }
  }
  return (
    <>
      <button type="button" className="torg-button" onClick={() => void copy()}>
        {children}
      </button>
      <span className="torg-copied" role="status">
        <span key={said.turn}>{said.words}</span>
      </span>
    </>
  )
}
