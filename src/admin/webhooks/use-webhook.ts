'use client'

import { useCallback, useEffect, useState } from 'react'
import { fetchJson } from '../fetch-json.js'

export interface WebhookFacts {
  id: string
  enabled: boolean
  undelivered: number
  failingSince: string | null
  lastSuccess: string | null
  lastFault: string | null
  previousUntil: string | null
}

export interface Undelivered {
  id: string
  kind: string
  document: string
  state: 'pending' | 'failed'
  attempts: number
  nextAt: string
  fault: string | null
}

const saved = 'torg-webhook-saved'
/** Tells the panel that the form was saved. */
export const tellSaved = (): void => void window.dispatchEvent(new Event(saved))

const everySoOften = 5000

/** How a webhook does and what waits, read anew after each save and every few seconds while the page is looked at. */
export function useWebhook(id: string | null) {
  const [found, setFound] = useState<{ webhook: WebhookFacts; waiting: Undelivered[] } | null>(null)
  const read = useCallback(async () => {
    if (!id) return
    const question = new URLSearchParams({
      'where[webhook][equals]': id,
      sort: '-attempts',
      limit: '50',
      depth: '0',
    })
    const [webhook, waiting] = await Promise.all([
      fetchJson<WebhookFacts>(`/api/webhooks/${id}?depth=0`),
      fetchJson<{ docs: Undelivered[] }>(`/api/webhook-deliveries?${question}`),
    ])
    if (webhook.ok && waiting.ok) setFound({ webhook: webhook.body, waiting: waiting.body.docs })
  }, [id])
  useEffect(() => {
    const again = () => void read()
    again()
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), everySoOften)
    window.addEventListener(saved, again)
    return () => {
      clearInterval(timer)
      window.removeEventListener(saved, again)
    }
  }, [read])
  return { found, read }
}
