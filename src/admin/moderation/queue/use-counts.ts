'use client'

import { useCallback, useEffect, useState } from 'react'
import { fetchJson } from '../../fetch-json.js'
import type { Count } from './reason-tabs.js'
import { queueChanged } from './use-queue.js'

const everyMinute = 60_000

/** How much waits, by reason: read at first, when something was decided here, and each minute while the page is seen. */
export function useCounts(municipality: string | null): Count[] {
  const [counts, setCounts] = useState<Count[]>([])
  const read = useCallback(async () => {
    if (document.visibilityState === 'hidden') return
    const query = municipality ? `?municipality=${municipality}` : ''
    const { ok, body } = await fetchJson<{ counts: Count[] }>(`/api/moderation/counts${query}`)
    if (ok) setCounts(body.counts)
  }, [municipality])
  useEffect(() => {
    void read()
    const timer = setInterval(() => void read(), everyMinute)
    const again = () => void read()
    window.addEventListener(queueChanged, again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener(queueChanged, again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [read])
  return counts
}
