'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Incident } from '../../privacy/incidents/incident.js'
import type { IncidentClock } from '../../privacy/incidents/incident-clock.js'
import { fetchJson } from '../fetch-json.js'
import { useWords } from '../use-words.js'
import { incidentSay } from './incident-words.js'

export type ClockedIncident = Incident & { clock: IncidentClock }

export const registerAddress = (municipality: string): string =>
  `/api/incidents?${new URLSearchParams({ municipality })}`

/** The register of a municipality, and how to read it again. Null while it is asked for, `failed` where it could not be read. */
export function useIncidents(municipality: string) {
  const [found, setFound] = useState<ClockedIncident[] | null | 'failed'>(null)
  const read = useCallback(async () => {
    const { ok, body } = await fetchJson<{ incidents: ClockedIncident[] }>(registerAddress(municipality))
    setFound(ok ? body.incidents : 'failed')
  }, [municipality])
  useEffect(() => void read(), [read])
  return { found, read }
}

export function useIncidentWords() {
  const { language, label } = useWords()
  return { say: incidentSay(language), language, label }
}
