'use client'

import type { People } from '../pictures/people-shown.js'

/** A picture that was chosen and not yet added, with the words for it. */
export interface Unfinished {
  file: File
  alt: string
  decorative: boolean
  people: People
}

/**
 * By the field they are for: a form draws only the tab that is open, and a save would drop them without a word. `show`
 * is there while the field is drawn.
 */
const unfinished = new Map<string, { picture: Unfinished; show?: () => void }>()

export const unfinishedAt = (field: string): Unfinished | null => unfinished.get(field)?.picture ?? null

/** Keeps a chosen picture, or forgets it (null): it was added, or given up. */
export function keepUnfinished(field: string, picture: Unfinished | null): void {
  if (picture) unfinished.set(field, { ...unfinished.get(field), picture })
  else unfinished.delete(field)
}

/** Says how a left-over picture is brought before the reader's eyes, until the returned function is called. */
export function whenUnfinished(field: string, show: () => void): () => void {
  const kept = unfinished.get(field)
  if (kept) unfinished.set(field, { ...kept, show })
  return () => {
    const now = unfinished.get(field)
    if (now) unfinished.set(field, { picture: now.picture })
  }
}

/** Whether a picture is left over. It is shown; where its tab is not open, `open` is asked to open that of the field. */
export function showUnfinished(open: (field: string) => void): boolean {
  const [first] = unfinished
  if (!first) return false
  const [field, { show }] = first
  if (show) show()
  else open(field)
  return true
}

/** The form was left: what was chosen in it is given up. */
export const forgetUnfinished = (): void => unfinished.clear()
