'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { QueueRow } from '../../../moderation/queue.js'
import { fetchJson } from '../../fetch-json.js'
import {
  forgotten,
  type Line,
  type Lines,
  noLines,
  putBack,
  shownOf,
  takenOut,
  withFirstPage,
  withNextPage,
} from './lines.js'

interface Page {
  municipality: string
  items: QueueRow[]
  next: string | null
}

/** So many lines from the end the next page is asked for, so that moving on never waits. */
const ahead = 8

export type LoadState = 'loading' | 'ready' | 'failed'

/**
 * The lines of a list that is read page by page. What was decided is taken out here at once; the server says the same at
 * the next reading.
 */
export function usePages<Row extends Line>(address: string, query: string | null) {
  const [lines, setLines] = useState<Lines<Row>>(noLines)
  const rows = useMemo(() => shownOf(lines), [lines])
  const [next, setNext] = useState<string | null>(null)
  const [state, setState] = useState<LoadState>('loading')
  const [municipality, setMunicipality] = useState<string | null>(null)
  const asked = useRef(0)
  const more = useRef(false)

  const read = useCallback(
    async (cursor: string | null) => {
      if (query === null) return
      const turn = ++asked.current
      if (!cursor) setState('loading')
      const parameters = new URLSearchParams(query)
      if (cursor) parameters.set('cursor', cursor)
      const { ok, body } = await fetchJson<Page>(`${address}?${parameters}`)
      // Another question was asked meanwhile; this answer belongs to none.
      if (turn !== asked.current) return
      if (!ok) return setState('failed')
      const found = body.items as unknown as Row[]
      setLines((known) => (cursor ? withNextPage(known, found) : withFirstPage(known, found)))
      setNext(body.next)
      setMunicipality(body.municipality)
      setState('ready')
    },
    [address, query],
  )
  useEffect(() => {
    void read(null)
  }, [read])

  const readMore = useCallback(async () => {
    if (!next || more.current) return
    more.current = true
    await read(next).finally(() => (more.current = false))
  }, [next, read])

  // Whoever has decided about all that was read is not done while there is more.
  const readOut = state === 'ready' && rows.length === 0 && next !== null
  useEffect(() => {
    if (readOut) void readMore()
  }, [readOut, readMore])

  return {
    rows,
    state,
    municipality,
    hasMore: next !== null,
    reload: useCallback(() => read(null), [read]),
    readMore,
    /** Asks for the next page where somebody comes near the end. */
    near: useCallback(
      (index: number) => {
        if (index >= rows.length - ahead) void readMore()
      },
      [rows.length, readMore],
    ),
    takeOut: useCallback((key: string) => setLines((known) => takenOut(known, key)), []),
    /** Puts a line back where it stood. */
    putBack: useCallback((key: string) => setLines((known) => putBack(known, key)), []),
    forget: useCallback((key: string) => setLines((known) => forgotten(known, key)), []),
  }
}

export type Pages<Row extends Line> = ReturnType<typeof usePages<Row>>
export type Queue = Pages<QueueRow>

/** Tells the navigation that there is more or less to do. */
export const queueChanged = 'torg-queue-changed'
