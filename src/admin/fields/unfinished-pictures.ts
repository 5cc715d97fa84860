'use client'

/** Pictures that were chosen and not yet added, by the field they are for: a save would drop them without a word. */
const unfinished = new Map<string, () => void>()

/** Remembers a chosen picture until the returned function is called. `show` brings it before the reader's eyes. */
export function rememberUnfinished(field: string, show: () => void): () => void {
  unfinished.set(field, show)
  return () => void unfinished.delete(field)
}

/** Whether a picture is left over; the first one is shown. */
export function showUnfinished(): boolean {
  const [first] = unfinished.values()
  first?.()
  return first !== undefined
}
