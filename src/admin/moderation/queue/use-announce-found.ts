'use client'

import { useEffect, useRef } from 'react'
import { useWords } from '../../use-words.js'
import { counted } from '../fill.js'
import { useAnnounce } from '../use-announce.js'
import type { LoadState } from './use-queue.js'

interface Pages {
  rows: readonly unknown[]
  state: LoadState
  hasMore: boolean
}

/** Says how many lines a list has once another question is answered; nothing where it is opened, or read again. */
export function useAnnounceFound(query: string | null, { rows, state, hasMore }: Pages): void {
  const { w } = useWords()
  const announce = useAnnounce()
  const answered = useRef<string | null>(null)
  const reading = useRef(false)
  const found = counted(w.linesFound, rows.length, hasMore)
  useEffect(() => {
    if (state === 'loading') reading.current = true
    if (state !== 'ready' || !reading.current) return
    reading.current = false
    if (answered.current !== null && answered.current !== query) announce(found)
    answered.current = query
  }, [announce, found, query, state])
}
