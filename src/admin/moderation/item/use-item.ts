'use client'

import { useCallback, useEffect, useState } from 'react'
import type { ReviewItem } from '../../../moderation/review-item.js'
import type { ActionList } from '../../actions/action-list.js'
import { fetchJson } from '../../fetch-json.js'

export interface OpenItem {
  item: ReviewItem
  list: ActionList
}
type Loaded = OpenItem | 'gone' | 'failed'

/** What is read ahead is good for so long; a decision on an older one would meet a conflict anyway. */
const freshFor = 30_000
const ahead = new Map<string, { at: number; loaded: Promise<Loaded> }>()

async function load(key: string): Promise<Loaded> {
  const [item, list] = await Promise.all([
    fetchJson<ReviewItem>(`/api/moderation/items/${key}`),
    fetchJson<ActionList>(`/api/${key}/actions`),
  ])
  if (item.ok && list.ok) return { item: item.body, list: list.body }
  return [item.status, list.status].some((status) => status === 404 || status === 403) ? 'gone' : 'failed'
}

/** Reads what will be opened next, so that it is there at once. */
export function readAhead(key: string | null): void {
  if (!key || (ahead.has(key) && Date.now() - ahead.get(key)!.at < freshFor)) return
  for (const [known, { at }] of ahead) if (Date.now() - at > freshFor) ahead.delete(known)
  ahead.set(key, { at: Date.now(), loaded: load(key) })
}

/** What an editor needs for deciding about one document, and what may be done with it now. */
export function useItem(key: string): {
  open: Loaded | 'loading'
  reload: () => Promise<void>
} {
  const [shown, setShown] = useState<{ key: string; open: Loaded } | null>(null)
  const read = useCallback(
    async (anew: boolean) => {
      const kept = anew ? undefined : ahead.get(key)
      ahead.delete(key)
      const open = await (kept && Date.now() - kept.at < freshFor ? kept.loaded : load(key))
      setShown({ key, open })
    },
    [key],
  )
  useEffect(() => {
    let here = true
    const kept = ahead.get(key)
    ahead.delete(key)
    void (kept && Date.now() - kept.at < freshFor ? kept.loaded : load(key)).then((open) => {
      if (here) setShown({ key, open })
    })
    return () => {
      here = false
    }
  }, [key])
  return {
    open: shown?.key === key ? shown.open : 'loading',
    reload: useCallback(() => read(true), [read]),
  }
}
