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

/** At most so many pages of a public list are read for a form. */
const mostPages = 10

async function readPublicList<T>(first: string): Promise<T[]> {
  const found: T[] = []
  let url: string | null = first
  for (let page = 0; url && page < mostPages; page++) {
    const answer: { items?: T[]; next?: string } | null = await fetchOnce(url)
    found.push(...(answer?.items ?? []))
    const next: URL | null = answer?.next ? new URL(answer.next) : null
    url = next && `${next.pathname}${next.search}`
  }
  return found
}

/** A public list of the municipality, as everybody can read it, e.g. its organisations. */
export function usePublicList<T>(slug: string | undefined, list: string): T[] {
  const [found, setFound] = useState<T[]>([])
  useEffect(() => {
    let current = true
    if (slug) {
      void readPublicList<T>(`/feed/v1/${slug}/${list}`).then((items) => {
        if (current) setFound(items)
      })
    }
    return () => {
      current = false
    }
  }, [slug, list])
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
