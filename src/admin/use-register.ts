'use client'

import { useEffect, useState } from 'react'
import { fetchOnce } from './fetch-json.js'

/** Documents of a register that forms choose from; at most so many as one answer holds. */
export function useRegister<T>(url: string | null): T[] {
  const [found, setFound] = useState<T[]>([])
  useEffect(() => {
    let current = true
    if (url) {
      void fetchOnce<{ docs?: T[] }>(url).then((answer) => {
        if (current) setFound(answer?.docs ?? [])
      })
    }
    return () => {
      current = false
    }
  }, [url])
  return found
}

/** The municipality's public register of organisations. */
export function usePublicOrganisations(slug: string | undefined): { id: string; name: string }[] {
  const [found, setFound] = useState<{ id: string; name: string }[]>([])
  useEffect(() => {
    let current = true
    if (slug) {
      void fetchOnce<{ items?: { id: string; name: string }[] }>(`/feed/v1/${slug}/organisations`).then(
        (answer) => {
          if (current) setFound(answer?.items ?? [])
        },
      )
    }
    return () => {
      current = false
    }
  }, [slug])
  return found
}

/** Address of the documents of one municipality in a collection. */
export function registerUrl(
  collection: string,
  municipality: string | null,
  more: Record<string, string> = {},
): string | null {
  if (!municipality) return null
  const query = new URLSearchParams({
    'where[municipality][equals]': municipality,
    limit: '100',
    depth: '0',
    ...more,
  })
  return `/api/${collection}?${query}`
}
