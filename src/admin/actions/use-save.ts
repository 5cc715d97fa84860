'use client'

import { useState } from 'react'
import { useFields } from '../changes.js'
import { fetchJson, type Problem } from '../fetch-json.js'
import { showUnfinished } from '../fields/unfinished-pictures.js'
import { faultSentence, faultWords } from '../problem-words.js'
import { toast, useForm, useFormFields, useRouter } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { dataOf, newNames } from './form-changes.js'
import { keepSaveFaults } from './save-faults.js'
import { goToField } from './go-to-field.js'
import { useOpenDocument } from './use-open-document.js'

interface Saved {
  doc: Record<string, unknown> & { id: string }
}

/**
 * Saves the form as a draft: a new document with all its fields, an old one with what changed and the revision that
 * was seen. Answers what came of it; a conflict is kept for showing what somebody else changed.
 */
export function useSave() {
  const { language, w } = useWords()
  const router = useRouter()
  const open = useOpenDocument()
  const known = useFields(open.collection)
  const { getData, reset, setModified, setSubmitted } = useForm()
  const dispatch = useFormFields(([, send]) => send)
  const [conflict, setConflict] = useState<Problem | null>(null)
  const [saving, setSaving] = useState(false)

  const document = `${open.collection}/${open.id ?? ''}`
  const markFaults = (problem: Problem) => {
    setSubmitted(true)
    const errors = (problem.faults ?? []).map((fault) => ({
      path: fault.field === 'recurrence.rule' ? 'recurrenceRule' : fault.field,
      message: faultSentence(fault, language),
    }))
    if (errors.length > 0) dispatch({ type: 'ADD_SERVER_ERRORS', errors })
  }

  const save = async (revision = open.seen): Promise<'saved' | 'conflict' | 'refused'> => {
    if (saving) return 'refused'
    if (showUnfinished((field) => goToField(known, field))) {
      toast.error(w.pictureNotAdded)
      return 'refused'
    }
    setSaving(true)
    keepSaveFaults(document, [])
    const data = getData()
    const { ok, status, body } = open.id
      ? await fetchJson<Saved>(`/api/${open.collection}/${open.id}?depth=0`, {
          method: 'PATCH',
          body: { ...dataOf(data, open.changed, open.isList), revision },
        })
      : await fetchJson<Saved>(`/api/${open.collection}?depth=0`, {
          method: 'POST',
          body: dataOf(data, newNames(data), open.isList),
        })
    setSaving(false)
    if (status === 409 && body.code === 'revision-conflict') {
      setConflict(body)
      return 'conflict'
    }
    if (!ok) {
      markFaults(body)
      keepSaveFaults(document, body.faults ?? [])
      toast.error(faultWords(body, language))
      return 'refused'
    }
    setConflict(null)
    toast.success(w.saved)
    if (open.id) {
      setModified(false)
      await reset(body.doc)
      await open.readAnew()
    } else {
      setModified(false)
      router.push(`/admin/collections/${open.collection}/${body.doc.id}`)
    }
    return 'saved'
  }
  return { open, save, saving, conflict, setConflict, markFaults }
}
