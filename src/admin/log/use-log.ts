'use client'

import { useEffect, useState } from 'react'
import { fetchJson } from '../fetch-json.js'

/** An entry as `/api/log` gives it. */
export interface Entry {
  id: string
  sequence: number | null
  at: string
  action: string
  kind: string
  document: string | null
  actor: string | null
  actorRole: string | null
  device: number | null
  reason: string | null
  rule: string | null
}

export interface LogPage {
  entries: Entry[]
  page: number
  more: boolean
  total: number
}

/**
 * One page of the log. Asked for once for each question: reading is logged, so nothing is read ahead, nor again when
 * the page is merely drawn anew. Null while it is asked for, `failed` where it could not be read.
 */
export function useLog(query: string): LogPage | null | 'failed' {
  const [found, setFound] = useState<{ query: string; page: LogPage | 'failed' } | null>(null)
  useEffect(() => {
    let here = true
    void asked(query).then((page) => {
      if (here) setFound({ query, page })
    })
    return () => {
      here = false
    }
  }, [query])
  return found?.query === query ? found.page : null
}

let under: { query: string; answer: Promise<LogPage | 'failed'> } | null = null

/** While developing, React asks everything twice: the second time shares the first answer. */
function asked(query: string): Promise<LogPage | 'failed'> {
  if (under?.query === query) return under.answer
  const answer = fetchJson<LogPage>(`/api/log?${query}`).then(({ ok, body }) => (ok ? body : 'failed'))
  under = { query, answer }
  void answer.finally(() => {
    if (under?.answer === answer) under = null
  })
  return answer
}
