'use client'

import { useState } from 'react'
import { keepSaveFaults } from '../actions/save-faults.js'
import { useSaveKey } from '../actions/use-save-key.js'
import { fetchJson, type Problem } from '../fetch-json.js'
import { faultSentence, faultWords } from '../problem-words.js'
import { toast, useDocumentInfo, useForm, useFormFields, useFormModified, useRouter } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { SecretDialogue } from './secret-dialogue.js'
import { tellSaved } from './use-webhook.js'

interface Saved {
  doc: Record<string, unknown> & { id: string }
  secret?: string
}

/** Saves a webhook. A new one shows its secret before its page is opened: no later answer has it. */
export function WebhookSaveButton() {
  const { w, language } = useWords()
  const router = useRouter()
  const { id } = useDocumentInfo()
  const { getData, reset, setModified, setSubmitted } = useForm()
  const modified = useFormModified()
  const dispatch = useFormFields(([, send]) => send)
  const [saving, setSaving] = useState(false)
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null)
  const button = useSaveKey()
  const off = saving || made !== null || (Boolean(id) && !modified)

  const refuse = (problem: Problem) => {
    setSubmitted(true)
    const errors = (problem.faults ?? []).map((fault) => ({
      path: fault.field,
      message: faultSentence(fault, language),
    }))
    if (errors.length > 0) dispatch({ type: 'ADD_SERVER_ERRORS', errors })
    keepSaveFaults(`webhooks/${id ?? ''}`, problem.faults ?? [])
    toast.error(faultWords(problem, language))
  }
  const save = async () => {
    setSaving(true)
    keepSaveFaults(`webhooks/${id ?? ''}`, [])
    const { name, url, enabled, municipality } = getData() as Record<string, unknown>
    const { ok, body } = await fetchJson<Saved>(
      id ? `/api/webhooks/${id}?depth=0` : '/api/webhooks?depth=0',
      {
        method: id ? 'PATCH' : 'POST',
        body: { name, url, enabled, ...(id ? {} : { municipality }) },
      },
    )
    setSaving(false)
    if (!ok) return refuse(body)
    setModified(false)
    toast.success(w.saved)
    if (!id) return setMade({ id: body.doc.id, secret: body.secret ?? '' })
    await reset(body.doc)
    tellSaved()
  }
  return (
    <>
      <button
        ref={button}
        id="torg-save"
        type="button"
        className="torg-button torg-button--primary"
        aria-disabled={off}
        onClick={() => !off && void save()}
      >
        {saving ? w.saving : id ? w.webhookSave : w.webhookAddAndShow}
      </button>
      {made && (
        <SecretDialogue
          secret={made.secret}
          onClose={() => router.push(`/admin/collections/webhooks/${made.id}`)}
        />
      )}
    </>
  )
}
