'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchJson } from '../../fetch-json.js'
import type { ActionList } from '../../actions/action-list.js'
import { hasComeAbout, isLast } from './come-about.js'
import type { Undoing } from './undo-words.js'

/** A decision that waits its moment, in which it can be undone. */
export interface HeldDecision {
  collection: string
  id: string
  title: string
  action: string
  effectiveAt: number
}

/** So long after its time a decision is looked for; the clock of the server takes up to a second. */
const patience = 1_500

interface Told {
  /** It came to nothing: the document changed in the meantime, or it was undone without an answer that says so. */
  onVoid: (decision: HeldDecision, undone: boolean) => void
  /** It took effect, or cannot be looked at; `undoing`: it was to be undone, and no answer told whether it was. */
  onDone: (decision: HeldDecision, undoing: boolean) => void
}

/** The decisions of this visit that wait, the newest last; each is looked after until it has taken effect or not. */
export function useHeld({ onVoid, onDone }: Told) {
  const [held, setHeld] = useState<HeldDecision[]>([])
  /** The same before the page is drawn anew: what is decided and taken back at once is not missed. */
  const latest = useRef<HeldDecision[]>([])
  const keep = useCallback((change: (known: HeldDecision[]) => HeldDecision[]) => {
    latest.current = change(latest.current)
    setHeld(latest.current)
  }, [])
  const told = useRef({ onVoid, onDone })
  useEffect(() => {
    told.current = { onVoid, onDone }
  })
  const settled = useRef(new Set<HeldDecision>())
  /** Those that were to be undone, and of which no answer came. */
  const unanswered = useRef(new Set<HeldDecision>())
  const drop = useCallback(
    (decision: HeldDecision) => {
      settled.current.add(decision)
      keep((known) => known.filter((each) => each !== decision))
    },
    [keep],
  )
  const look = useCallback(
    async (decision: HeldDecision): Promise<void> => {
      if (settled.current.has(decision)) return
      const { ok, status, body } = await fetchJson<ActionList>(
        `/api/${decision.collection}/${decision.id}/actions`,
      )
      if (settled.current.has(decision)) return
      // Another may be held already; what this one became is told all the same.
      const done = ok && isLast(decision, body)
      if (!done && (status === 0 || (ok && body.pending))) {
        setTimeout(() => void look(decision), patience)
        return
      }
      drop(decision)
      const undoing = unanswered.current.has(decision)
      if (ok && !hasComeAbout(decision, body)) told.current.onVoid(decision, undoing)
      else told.current.onDone(decision, undoing && ok)
    },
    [drop],
  )
  const hold = useCallback(
    (decision: HeldDecision) => {
      keep((known) => [...known, decision])
      setTimeout(() => void look(decision), Math.max(0, decision.effectiveAt - Date.now()) + patience)
    },
    [keep, look],
  )
  /** Takes one back. Where no answer came, what became of it is looked for. */
  const undo = useCallback(
    async (decision: HeldDecision): Promise<Undoing> => {
      const { ok, status, body } = await fetchJson(
        `/api/${decision.collection}/${decision.id}/actions/undo`,
        {
          method: 'POST',
          body: {},
        },
      )
      if (ok) drop(decision)
      // Asked a second time, it may be the first that took it back.
      else if (body.code === 'not-possible-in-this-state' && !unanswered.current.has(decision))
        return 'too-late'
      // An answer that is no fault of the machine: whoever asks may not, or may no longer.
      else if (status >= 400 && status < 500 && !unanswered.current.has(decision)) return 'refused'
      else {
        unanswered.current.add(decision)
        setTimeout(() => void look(decision), patience)
      }
      return ok ? 'undone' : 'unknown'
    },
    [drop, look],
  )
  return { held, heldNow: useCallback(() => latest.current, []), hold, undo }
}
