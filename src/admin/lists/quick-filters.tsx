'use client'

import { useEffect, useState } from 'react'
import { decides } from '../account.js'
import { fetchJson } from '../fetch-json.js'
import { usePathname, useSearchParams } from '../ui-kit.js'
import { useAccount } from '../use-account.js'
import { useWords } from '../use-words.js'
import { filterQuery, quickFilters } from './filters.js'

/**
 * Links above a list that answer what people come for, with how many there are. They load the page: a list that is only
 * exchanged keeps conditions of the one before, and loses a click on a title that comes while it settles its address.
 */
export function QuickFilters() {
  const { w } = useWords()
  const user = useAccount()
  const path = usePathname()
  const current = useSearchParams()
  const collection = path.split('/').at(-1) ?? ''
  const role = decides(user) ? 'editor' : 'author'
  const [now] = useState(() => new Date())
  const [counts, setCounts] = useState<Record<string, number>>({})
  const filters = quickFilters(collection, role, now)
  useEffect(() => {
    let here = true
    for (const filter of quickFilters(collection, role, now)) {
      const query = filterQuery(filter)
      query.delete('sort')
      void fetchJson<{ totalDocs?: number }>(`/api/${collection}/count?${query}`).then(({ ok, body }) => {
        if (here && ok) setCounts((known) => ({ ...known, [filter.key]: body.totalDocs ?? 0 }))
      })
    }
    return () => {
      here = false
    }
  }, [collection, role, now])
  const conditions = (query: URLSearchParams) =>
    [...query]
      .filter(([name]) => name.startsWith('where'))
      .map(String)
      .sort()
      .join()
  const chosen = conditions(new URLSearchParams(current.toString()))
  return (
    <nav className="torg-filters" aria-label={w.filters}>
      <ul>
        <li>
          <a href={path} aria-current={chosen === '' ? 'page' : undefined}>
            {w.filterAll}
          </a>
        </li>
        {filters.map((filter) => {
          const query = filterQuery(filter)
          return (
            <li key={filter.key}>
              <a href={`${path}?${query}`} aria-current={chosen === conditions(query) ? 'page' : undefined}>
                {String(w[filter.words])}
                {counts[filter.key] !== undefined && <span className="torg-count">{counts[filter.key]}</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
