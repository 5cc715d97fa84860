'use client'

import { useCallback, useEffect, useState } from 'react'
import { fetchJson } from '../fetch-json.js'

/** How one account works in the workbench; kept with the account, on whichever machine. */
export interface WorkbenchPreferences {
  /** The filters of the queue as parameters of its address. */
  filters?: string
  /** Single keys as shortcuts; on unless switched off (WCAG 2.1.4). */
  shortcuts?: boolean
}

const address = '/api/payload-preferences/torg-workbench'

/** The preferences, null until they are read; and how to change some of them. */
export function usePreferences(): [WorkbenchPreferences | null, (change: WorkbenchPreferences) => void] {
  const [preferences, setPreferences] = useState<WorkbenchPreferences | null>(null)
  useEffect(() => {
    let here = true
    void fetchJson<{ value?: WorkbenchPreferences | null }>(address).then(({ ok, body }) => {
      if (here) setPreferences((ok && body.value) || {})
    })
    return () => {
      here = false
    }
  }, [])
  const change = useCallback((some: WorkbenchPreferences) => {
    setPreferences((known) => {
      const value = { ...known, ...some }
      void fetchJson(address, { method: 'POST', body: { value } })
      return value
    })
  }, [])
  return [preferences, change]
}
