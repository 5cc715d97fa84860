'use client'

import { useState } from 'react'
import { useFields } from '../changes.js'
import { fetchJson, type Problem } from '../fetch-json.js'
import { happenedLabels } from '../../moderation/notices/happened.js'
import { showUnfinished } from '../fields/unfinished-pictures.js'
import { faultSentence, faultWords } from '../problem-words.js'
import { fieldTitle } from '../read-values.js'
import { toast, useFormModified, useRouter } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import type { Offered } from './action-list.js'
import { savesFirst, undoSeconds, withUndo } from './action-order.js'
import { askedTitle } from './asked-title.js'
import type { ActionInput } from './action-form.js'
import { goToField } from './go-to-field.js'
import { useSave } from './use-save.js'

export interface Fault {
  sentence: string
  details: string[]
}

/** Takes one action on the open document, over the same door as every other client. */
export function useDecide() {
  const { language, label, w } = useWords()
  const router = useRouter()
  const modified = useFormModified()
  const { open, save, conflict, setConflict, markFaults } = useSave()
  const fields = useFields(open.collection)
  const [fault, setFault] = useState<Fault | null>(null)
  const [sending, setSending] = useState(false)
  const door = `/api/${open.collection}/${open.id}/actions`

  const titleOf = (field: string, offered: Offered) => {
    const asked = askedTitle(field, offered, open.collection, w)
    return asked === field ? fieldTitle(fields, field, language) : asked
  }
  const refuse = (problem: Problem, offered: Offered) => {
    if (problem.code === 'revision-conflict') return setConflict(problem)
    markFaults(problem)
    setFault({
      sentence: faultWords(problem, language),
      details: (problem.faults ?? []).map((each) => {
        const title = titleOf(each.field, offered)
        const sentence = faultSentence(each, language)
        // What concerns the whole and no field of it is said without one.
        return title === each.field ? sentence : `${title}: ${sentence}`
      }),
    })
  }

  /**
   * Before an action is asked about that takes the form as it stands: saves it, so that the dialogue tells what the
   * municipality will see in it. Answers whether there is something to ask or, in a conflict, to show.
   */
  const prepare = async (offered: Offered): Promise<boolean> => {
    if (!savesFirst.includes(offered.action) || !modified || open.changed.length === 0) return true
    return (await save()) !== 'refused'
  }

  /** Whether it was done, or will be unless it is undone. */
  const decide = async (offered: Offered, input: ActionInput): Promise<'done' | 'held' | false> => {
    setFault(null)
    if (showUnfinished((field) => goToField(fields, field))) {
      setFault({ sentence: w.pictureNotAdded, details: [] })
      return false
    }
    setSending(true)
    try {
      const takesEdits = offered.needs.some(({ field }) => field === 'edits')
      const { ok, body } = await fetchJson<{ state?: string; decision?: string }>(
        `${door}/${offered.action}`,
        {
          method: 'POST',
          body: {
            revision: open.seen,
            ...input,
            ...(takesEdits && open.changed.length > 0 ? { edits: open.edits() } : {}),
            ...(withUndo.includes(offered.action) &&
            offered.needs !== null &&
            isHoldable(open.collection, open.list?.actions, offered)
              ? { hold: undoSeconds }
              : {}),
          },
        },
      )
      if (!ok) {
        refuse(body, offered)
        return false
      }
      if (body.state === 'gone') {
        router.push(`/admin/collections/${open.collection}`)
        return 'done'
      }
      if (body.decision) {
        // It waits: the form keeps what was changed, for the moment in which it can still be undone.
        await open.reload()
        return 'held'
      }
      const happened: Record<string, unknown> = happenedLabels
      toast.success(label(happened[offered.action]) || label(offered.label))
      await open.readAnew()
      return 'done'
    } finally {
      setSending(false)
    }
  }

  const undo = async () => {
    const { ok, body } = await fetchJson(`${door}/undo`, { method: 'POST', body: {} })
    if (!ok) {
      toast.error(faultWords(body, language))
      return open.readAnew()
    }
    toast.success(w.undone)
    await open.reload()
  }

  return { open, fields, prepare, decide, undo, fault, setFault, sending, conflict, setConflict }
}

/** The life of an organisation is decided at once; only decisions on content can wait. */
function isHoldable(collection: string, actions: Offered[] | undefined, offered: Offered): boolean {
  if (collection !== 'organisations') return true
  return !(actions ?? []).some(({ action }) => action === 'decline') || offered.action !== 'approve'
}
