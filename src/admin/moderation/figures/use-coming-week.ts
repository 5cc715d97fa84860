'use client'

import { useEffect, useState } from 'react'
import { dayAt } from '../../../calendar/zoned-time.js'
import { addDays } from '../../../calendar/zoned-time.js'
import { fetchJson } from '../../fetch-json.js'

export interface ComingDay {
  day: string
  count: number
}

/** At most so many pages of the feed, of a hundred occurrences each. */
const mostPages = 8
const days = 7

/** How many events take place on each of the next seven days, as citizens see them: read from the public feed. */
export function useComingWeek(
  slug: string | null,
  zone: string,
): { week: ComingDay[]; more: boolean } | null {
  const [found, setFound] = useState<{ week: ComingDay[]; more: boolean } | null>(null)
  useEffect(() => {
    let here = true
    if (!slug) return
    const today = dayAt(new Date(), zone)
    const week = Array.from({ length: days }, (_, index) => addDays(today, index))
    const read = async () => {
      const counts = new Map(week.map((day) => [day, 0]))
      let address: string | null =
        `/feed/v1/${slug}/events?from=${today}&to=${addDays(today, days)}&limit=100`
      for (let page = 0; address && page < mostPages; page += 1) {
        const answer: { ok: boolean; body: { items?: { start: string }[]; next?: string } } =
          await fetchJson(address)
        if (!answer.ok) return
        for (const { start } of answer.body.items ?? []) {
          const day = start.slice(0, 10)
          // What began before and still goes on is counted today.
          const counted = day < today ? today : day
          if (counts.has(counted)) counts.set(counted, counts.get(counted)! + 1)
        }
        const next: URL | null = answer.body.next ? new URL(answer.body.next) : null
        address = next && `${next.pathname}${next.search}`
      }
      if (here)
        setFound({ week: week.map((day) => ({ day, count: counts.get(day) ?? 0 })), more: address !== null })
    }
    void read()
    return () => {
      here = false
    }
  }, [slug, zone])
  return found
}
