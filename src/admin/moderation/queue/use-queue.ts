'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { QueueRow } from '../../../moderation/queue.js'
import { fetchJson } from '../../fetch-json.js'

interface Page {
  municipality: string
  items: QueueRow[]
  next: string | null
}

export const keyOf = ({ collection, id }: { collection: string; id: string }): string => `${collection}/${id}`

/** So many lines from the end the next page is asked for, so that moving on never waits. */
const ahead = 8

export type LoadState = 'loading' | 'ready' | 'failed'

/**
 * The lines of a list that is read page by page. What was decided is taken out here at once; the server says the same at
 * the next reading.
 */
export function usePages<Row extends { collection: string; id: string }>(
  address: string,
  query: string | null,
) {
  const [rows, setRows] = useState<Row[]>([])
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
      setRows((known) => {
        if (!cursor) return found
        const shown = new Set(known.map(keyOf))
        return [...known, ...found.filter((row) => !shown.has(keyOf(row)))]
      })
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
    remove: useCallback((key: string) => setRows((known) => known.filter((row) => keyOf(row) !== key)), []),
    /** Puts a line back where it stood. */
    putBack: useCallback(
      (row: Row, index: number) =>
        setRows((known) =>
          known.some((each) => keyOf(each) === keyOf(row))
            ? known
            : known.toSpliced(Math.max(0, index), 0, row),
        ),
      [],
    ),
    change: useCallback(
      (key: string, some: Partial<Row>) =>
        setRows((known) => known.map((row) => (keyOf(row) === key ? { ...row, ...some } : row))),
      [],
    ),
  }
}

export type Pages<Row extends { collection: string; id: string }> = ReturnType<typeof usePages<Row>>
export type Queue = Pages<QueueRow>

/** Tells the navigation that there is more or less to do. */
export const queueChanged = 'torg-queue-changed'
