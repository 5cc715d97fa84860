'use client'

import { useState } from 'react'
import { Dialogue } from '../actions/dialogue.js'
import { fetchJson } from '../fetch-json.js'
import { faultWords } from '../problem-words.js'
import { timeWords } from '../time-words.js'
import { toast, useDocumentInfo } from '../ui-kit.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { SecretDialogue } from './secret-dialogue.js'
import { UndeliveredList } from './undelivered-list.js'
import { useFaultWords } from './use-fault-words.js'
import { useWebhook, type WebhookFacts } from './use-webhook.js'

/** Above the form of a webhook: how it does, what was not received, and what can be done about it. */
export function WebhookPanel() {
  const { id } = useDocumentInfo()
  const webhook = id === undefined ? null : String(id)
  const { w, language } = useWords()
  const { found, read } = useWebhook(webhook)
  const [asking, setAsking] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  if (!webhook || !found) return null

  const act = async <T,>(action: string, body: object): Promise<T | null> => {
    const answer = await fetchJson<T>(`/api/webhooks/${webhook}/actions/${action}`, { method: 'POST', body })
    if (!answer.ok) toast.error(faultWords(answer.body, language))
    return answer.ok ? answer.body : null
  }
  const sendAgain = async (delivery?: string) => {
    if (await act('send-again', { ...(delivery ? { delivery } : {}) })) toast.success(w.webhookSentAgain)
    await read()
  }
  const makeSecret = async () => {
    setAsking(false)
    const made = await act<{ secret: string }>('rotate-secret', {})
    if (made) setSecret(made.secret)
    await read()
  }
  return (
    <section className="torg-panel torg-situation torg-webhook" aria-label={w.situation}>
      <HowItDoes webhook={found.webhook} />
      <UndeliveredList
        all={found.webhook.undelivered}
        waiting={found.waiting}
        onSend={(delivery) => void sendAgain(delivery)}
      />
      <p className="torg-buttons">
        {found.waiting.length > 0 && (
          <button type="button" className="torg-button" onClick={() => void sendAgain()}>
            {w.webhookSendAllAgain}
          </button>
        )}
        <button type="button" className="torg-button" onClick={() => setAsking(true)}>
          {w.webhookMakeSecret}
        </button>
      </p>
      {asking && (
        <Dialogue title={w.webhookMakeSecret} onClose={() => setAsking(false)}>
          <p>{w.webhookMakeSecretText}</p>
          <p className="torg-buttons">
            <button
              type="button"
              className="torg-button torg-button--primary"
              onClick={() => void makeSecret()}
            >
              {w.webhookMakeSecret}
            </button>
            <button type="button" className="torg-button" onClick={() => setAsking(false)}>
              {w.cancel}
            </button>
          </p>
        </Dialogue>
      )}
      {secret && <SecretDialogue secret={secret} onClose={() => setSecret(null)} />}
    </section>
  )
}

function HowItDoes({ webhook }: { webhook: WebhookFacts }) {
  const { w, language } = useWords()
  const zone = useZone()
  const fault = useFaultWords()
  const { enabled, failingSince, lastSuccess, lastFault, previousUntil } = webhook
  const [badge, word] = !enabled
    ? ['stop', w.webhookOff]
    : failingSince
      ? ['warning', w.webhookFails]
      : ['good', w.webhookWorks]
  const former = previousUntil && Date.parse(previousUntil) > Date.now()
  return (
    <>
      <p className="torg-situation__states">
        <span className={`torg-badge torg-badge--${badge}`}>{word}</span>
        <span>
          {lastSuccess ? `${w.webhookLast}: ${timeWords(lastSuccess, zone, language)}` : w.webhookNothingYet}
        </span>
      </p>
      {!enabled && <p>{w.webhookOffText}</p>}
      {enabled && failingSince && <p>{w.webhookFailsText}</p>}
      {lastFault && <p>{`${w.webhookFault}: ${fault(lastFault)}`}</p>}
      {former && <p>{`${w.webhookFormerSecret} ${timeWords(previousUntil, zone, language)}.`}</p>}
    </>
  )
}
