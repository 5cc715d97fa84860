'use client'

import { useEffect } from 'react'
import type { Messages } from '../messages/en.js'
import { useDocumentTitle, useFormFields } from '../ui-kit.js'
import type { ActionList } from './action-list.js'

/** Whether what is typed into the form could be used by anything that this account may do now. */
const takesTyping = ({ maySave, actions }: ActionList): boolean =>
  maySave === true || actions.some(({ needs }) => needs.some(({ field }) => field === 'edits'))

/** Why nothing can be typed now, or null where it can. */
export function whyLocked(list: ActionList, w: Messages): string | null {
  if (list.state === 'erased') return w.lockedErased
  if (takesTyping(list)) return null
  return list.actions.some(({ action }) => action === 'withdraw-submission') ? w.lockedTakeBack : w.locked
}

/**
 * Marks the page while nothing can be typed, for the style sheet: the fields can be read, and those of something that
 * was erased are not there.
 */
export function useLock(list: ActionList | null): void {
  const mark = !list ? null : list.state === 'erased' ? 'erased' : takesTyping(list) ? null : 'locked'
  useEffect(() => {
    if (!mark) return
    document.documentElement.dataset.torgLock = mark
    return () => void delete document.documentElement.dataset.torgLock
  }, [mark])
}

/** Payload heads what has no title with its id; nobody calls it that. Without words the heading stays. */
export function useTitleInWords(words: string): void {
  const { title, setDocumentTitle } = useDocumentTitle()
  const own = useFormFields(([fields]) => fields?.title?.value ?? fields?.name?.value)
  useEffect(() => {
    if (own || !words || title === words) return
    // After Payload's own, which it sets in an effect of the same render.
    const frame = requestAnimationFrame(() => setDocumentTitle(words))
    return () => cancelAnimationFrame(frame)
  }, [own, title, words, setDocumentTitle])
}
