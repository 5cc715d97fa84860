'use client'

import { useEffect, useMemo } from 'react'
import {
  filterNames,
  filterParameters,
  type QueueFilters,
  noFilters,
  readFilters,
} from '../../../moderation/queue-filters.js'
import { useAddress } from '../use-address.js'
import type { WorkbenchPreferences } from '../use-preferences.js'

/** The filters in an address; one that cannot be read is as good as none. */
function filtersIn(search: URLSearchParams): QueueFilters {
  const given = Object.fromEntries([...search].filter(([name, value]) => value && isFilter(name)))
  try {
    return readFilters(given)
  } catch {
    return noFilters
  }
}

const isFilter = (name: string): boolean => (filterNames as readonly string[]).includes(name)

/**
 * What the address of the queue says: municipality, filters and what is open. Filters are kept with the account too, and
 * hold where an address names none.
 */
export function useQueueAddress(
  municipalities: readonly string[],
  preferences: WorkbenchPreferences | null,
  keep: (change: WorkbenchPreferences) => void,
) {
  const [search, change] = useAddress()
  const named = search.get('municipality')
  const municipality = named && municipalities.includes(named) ? named : (municipalities[0] ?? null)
  const text = search.toString()
  const filters = useMemo(() => filtersIn(new URLSearchParams(text)), [text])
  const open = search.get('open')
  const bare = ![...search.keys()].some(isFilter)
  const kept = preferences?.filters
  useEffect(() => {
    // Once, when somebody comes by an address that asks for nothing in particular.
    if (kept && bare && !open) change(Object.fromEntries(new URLSearchParams(kept)), true)
  }, [preferences === null])
  const parameters = { ...filterParameters(filters), ...(municipality ? { municipality } : {}) }
  return {
    municipality,
    filters,
    open: open && /^(events|posts|organisations)\/[0-9a-f-]{24,36}$/.test(open) ? open : null,
    /** The query of the list; null until it is known how it is narrowed down. */
    query: preferences === null ? null : new URLSearchParams(parameters).toString(),
    setFilters: (next: QueueFilters) => {
      const some = filterParameters(next)
      change(Object.fromEntries(filterNames.map((name) => [name, some[name] ?? null])))
      keep({ filters: new URLSearchParams(some).toString() })
    },
    setMunicipality: (id: string) =>
      change({ municipality: id, organisation: null, category: null, open: null }),
    setOpen: (key: string | null, replace = false) => change({ open: key }, replace),
  }
}
