'use client'

import { useState } from 'react'
import { copyOfEvent, withoutRefused } from '../../calendar/copy-event.js'
import { fetchJson } from '../fetch-json.js'
import { faultWords } from '../problem-words.js'
import { toast, useRouter } from '../ui-kit.js'
import { useWords } from '../use-words.js'

const create = (body: Record<string, unknown>) =>
  fetchJson<{ doc: { id: string } }>('/api/events?depth=0', { method: 'POST', body })

/** Makes a new draft from an earlier event, and opens it. */
export function CopyButton({ id, title }: { id: string; title: string }) {
  const { w, language } = useWords()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const copy = async () => {
    setBusy(true)
    const found = await fetchJson<Record<string, unknown>>(`/api/events/${id}?depth=0`)
    const body = copyOfEvent(found.ok ? found.body : {})
    const first = found.ok ? await create(body) : null
    const refused = first && !first.ok ? (first.body.faults ?? []) : []
    const made = refused.length > 0 ? await create(withoutRefused(body, refused)) : first
    setBusy(false)
    if (!made?.ok) return void toast.error(faultWords(made?.body ?? found.body, language))
    if (refused.length > 0) toast.warning(w.deskCopiedPartly)
    else toast.success(w.deskCopied)
    router.push(`/admin/collections/events/${made.body.doc.id}`)
  }
  return (
    <button
      type="button"
      className="torg-button torg-button--small"
      aria-label={`${w.deskAgain}: ${title}`}
      aria-disabled={busy || undefined}
      onClick={() => !busy && void copy()}
    >
      {w.deskAgain}
    </button>
  )
}
