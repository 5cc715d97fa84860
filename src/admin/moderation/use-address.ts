'use client'

import { useCallback } from 'react'
import { usePathname, useSearchParams } from '../ui-kit.js'

/**
 * The parameters of this page's address, and how to change them without loading it: what is open and how the queue is
 * narrowed down can be sent to a colleague and comes back with the browser's own buttons.
 */
export function useAddress(): [
  URLSearchParams,
  (change: Record<string, string | null>, replace?: boolean) => void,
] {
  const path = usePathname()
  const search = useSearchParams().toString()
  const change = useCallback(
    (some: Record<string, string | null>, replace = false) => {
      // As it is now: two changes may come before the page is drawn again.
      const next = new URLSearchParams(window.location.search)
      for (const [name, value] of Object.entries(some)) {
        if (value === null || value === '') next.delete(name)
        else next.set(name, value)
      }
      const address = next.size > 0 ? `${path}?${next}` : path
      if (address === `${window.location.pathname}${window.location.search}`) return
      window.history[replace ? 'replaceState' : 'pushState'](null, '', address)
    },
    [path],
  )
  return [new URLSearchParams(search), change]
}
