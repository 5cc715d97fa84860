'use client'

import { useCallback, useEffect, useState } from 'react'
import type { ShownCircle } from '../../organisations/members.js'
import { fetchJson, type Answer } from '../fetch-json.js'

/** The logins of one organisation, as far as the reader may see them. */
export function useCircle(organisation: string) {
  const [circle, setCircle] = useState<ShownCircle | 'loading' | 'failed'>('loading')
  const reload = useCallback(async () => {
    const { ok, body } = await fetchJson<ShownCircle>(`/api/organisations/${organisation}/members`)
    setCircle(ok ? body : 'failed')
  }, [organisation])
  useEffect(() => void reload(), [reload])
  return { circle, reload }
}

/** Does one thing with a login of an organisation. */
export const actOnMember = (
  organisation: string,
  account: string,
  action: string,
  body: object = {},
): Promise<Answer<{ role: string | null }>> =>
  fetchJson(`/api/organisations/${organisation}/members/${account}/actions/${action}`, {
    method: 'POST',
    body,
  })
