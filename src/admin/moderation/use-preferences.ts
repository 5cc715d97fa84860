'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchJson } from '../fetch-json.js'

/** How one account works in the workbench; kept with the account, on whichever machine. */
export interface WorkbenchPreferences {
  /** The filters of the queue as parameters of its address. */
  filters?: string
  /** Single keys as shortcuts; on unless switched off (WCAG 2.1.4). */
  shortcuts?: boolean
}

const address = '/api/payload-preferences/torg-workbench'

/** What is known of an account's preferences. */
export interface KnownPreferences extends WorkbenchPreferences {
  /** They could not be read: single keys stay off, since somebody may have switched them off, and nothing is saved. */
  unread?: boolean
}

/** Whether single keys decide. Never before it is known that nobody switched them off. */
export const singleKeysOn = (preferences: KnownPreferences | null): boolean =>
  preferences !== null && !preferences.unread && preferences.shortcuts !== false

/** The preferences, null until they are read; and how to change some of them. */
export function usePreferences(): [KnownPreferences | null, (change: WorkbenchPreferences) => void] {
  const [preferences, setPreferences] = useState<KnownPreferences | null>(null)
  const latest = useRef<KnownPreferences | null>(null)
  const saved = useRef<Promise<unknown>>(Promise.resolve())
  const know = useCallback((value: KnownPreferences) => {
    latest.current = value
    setPreferences(value)
  }, [])
  useEffect(() => {
    let here = true
    void fetchJson<{ value?: WorkbenchPreferences | null }>(address).then(({ ok, status, body }) => {
      // What was never saved answers 404.
      if (here) know(ok ? (body.value ?? {}) : status === 404 ? {} : { unread: true })
    })
    return () => {
      here = false
    }
  }, [know])
  const change = useCallback(
    (some: WorkbenchPreferences) => {
      const value = { ...latest.current, ...some }
      // The switch of single keys says itself what holds, whatever could not be read.
      if (some.shortcuts !== undefined) delete value.unread
      know(value)
      if (value.unread) return
      // One after the other, and finished by the browser even when the page is left at once.
      saved.current = saved.current.then(() =>
        fetchJson(address, { method: 'POST', body: { value }, keepalive: true }),
      )
    },
    [know],
  )
  return [preferences, change]
}
