'use client'

import { useEffect, useState } from 'react'
import { happenedLabels } from '../../../moderation/notices/happened.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'
import type { Decided } from '../item/use-deciding.js'
import { keyOf } from '../queue/lines.js'
import { queueChanged } from '../queue/use-queue.js'
import { useAnnounce } from '../use-announce.js'
import { aFewAtATime, soonestFirst } from './undo-order.js'
import { allUndoneWords, undoneWords, type Undoing } from './undo-words.js'
import { type HeldDecision, useHeld } from './use-held.js'

/** So many are taken back at once. */
const atOnce = 4

/** So long it stays to be read what took effect at once; in milliseconds. */
const shownFor = 6_000

interface UndoingProps {
  /** The list out of which was decided. */
  lines: {
    takeOut: (key: string) => void
    putBack: (key: string) => void
    forget: (key: string) => void
  }
  /** Shows what was taken back. */
  onOpen: (key: string) => void
  /** It is known what became of one or more of them. */
  onSettled?: () => void
}

/**
 * The decisions of this visit that can still be taken back, the same for every list: each is said, its line put back where
 * it stood where it came to nothing, and what became of an undo is told in every case.
 */
export function useUndoing({ lines, onOpen, onSettled }: UndoingProps) {
  const { w, label } = useWords()
  const announce = useAnnounce()
  const [done, setDone] = useState<string | null>(null)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(null), shownFor)
    return () => clearTimeout(timer)
  }, [done])
  const titleOf = ({ title }: { title: string }) => title || w.withoutTitle
  const settled = () => {
    window.dispatchEvent(new Event(queueChanged))
    onSettled?.()
  }
  const { held, heldNow, hold, undo } = useHeld({
    onVoid: (decision, undone) => {
      lines.putBack(keyOf(decision))
      announce(fill(undone ? w.heldUndone : w.heldVoid, { title: titleOf(decision) }))
      settled()
    },
    onDone: (decision, undoing) => {
      lines.forget(keyOf(decision))
      if (undoing) announce(w.heldTooLate)
      settled()
    },
  })
  const takeBack = async (decision: HeldDecision): Promise<Undoing> => {
    const outcome = await undo(decision)
    if (outcome === 'undone') lines.putBack(keyOf(decision))
    return outcome
  }
  const undoOne = async (decision: HeldDecision): Promise<Undoing> => {
    const outcome = await takeBack(decision)
    announce(undoneWords(outcome, titleOf(decision), w))
    if (outcome === 'undone') {
      onOpen(keyOf(decision))
      settled()
    }
    return outcome
  }
  return {
    held,
    /** What took effect at once a moment ago, in words, for the eye. */
    done,
    hold,
    undoOne,
    undoLast: () => {
      const last = held.at(-1)
      if (last) void undoOne(last)
      else announce(w.nothingToUndo)
    },
    /** Takes back all of them, or those of these lines; answers what became of them in words, and which came back. */
    undoAll: async (some?: readonly string[]): Promise<{ said: string; undone: string[] }> => {
      const asked = soonestFirst(heldNow().filter((decision) => some?.includes(keyOf(decision)) ?? true))
      const outcomes: Undoing[] = []
      await aFewAtATime(asked, atOnce, async (decision, index) => {
        outcomes[index] = await takeBack(decision)
      })
      const said = allUndoneWords(outcomes, w)
      announce(said)
      settled()
      return { said, undone: asked.filter((_, index) => outcomes[index] === 'undone').map(keyOf) }
    },
    /** Takes back what waits on a document, whoever decided it and in whichever tab. */
    undoOf: async (waiting: HeldDecision): Promise<void> => {
      const own = held.find((decision) => keyOf(decision) === keyOf(waiting))
      const outcome = await takeBack(own ?? waiting)
      announce(undoneWords(outcome, titleOf(waiting), w))
      settled()
    },
    /** Says what was decided, and keeps it for as long as it can be taken back; `line` leaves the list. */
    decided: ({ action, title, held: waiting }: Decided, line: string | null, more = '') => {
      if (line) lines.takeOut(line)
      const what = label((happenedLabels as Record<string, unknown>)[action])
      const said = fill(w.decided, { what, title: title || w.withoutTitle })
      if (waiting) hold(waiting)
      else {
        if (line) lines.forget(line)
        setDone(said)
        window.dispatchEvent(new Event(queueChanged))
      }
      announce([said, waiting ? w.canUndoNow : '', more].filter(Boolean).join(' '))
    },
  }
}

export type UndoingDecisions = ReturnType<typeof useUndoing>
