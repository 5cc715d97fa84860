'use client'

import { useCallback, useEffect, useState } from 'react'
import type { DeskGroup, DeskOverview, DeskPage } from '../../moderation/desk.js'
import { fetchJson } from '../fetch-json.js'

export type Desk = DeskOverview | 'loading' | 'failed'

/** The desk, in one question however much lies on it; further pages of a group are asked for one by one. */
export function useDesk(): {
  desk: Desk
  reload: () => Promise<DeskOverview | null>
  more: (group: DeskGroup) => Promise<void>
} {
  const [desk, setDesk] = useState<Desk>('loading')
  const reload = useCallback(async () => {
    const { ok, body } = await fetchJson<DeskOverview>('/api/desk')
    setDesk((known) => (ok ? body : typeof known === 'object' ? known : 'failed'))
    return ok ? body : null
  }, [])
  useEffect(() => void reload(), [reload])
  const more = async (group: DeskGroup) => {
    if (typeof desk !== 'object') return
    const cursor = desk.groups[group].next
    if (!cursor) return
    const { ok, body } = await fetchJson<DeskPage>(
      `/api/desk/items?${new URLSearchParams({ group, cursor })}`,
    )
    if (!ok) return
    setDesk((known) => (typeof known === 'object' ? withMore(known, group, body) : known))
  }
  return { desk, reload, more }
}

/** What moved up meanwhile and was shown already is not shown twice. */
function withMore(desk: DeskOverview, group: DeskGroup, page: DeskPage): DeskOverview {
  const { items } = desk.groups[group]
  const known = new Set(items.map(({ id }) => id))
  const fresh = page.items.filter(({ id }) => !known.has(id))
  return { ...desk, groups: { ...desk.groups, [group]: { items: [...items, ...fresh], next: page.next } } }
}
