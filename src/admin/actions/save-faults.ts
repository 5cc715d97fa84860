'use client'

import { useSyncExternalStore } from 'react'

export interface SaveFault {
  field: string
  code: string
  message: string
}

const none: readonly SaveFault[] = []
/** By document; Payload's form forgets what the server said with its next question about the form. */
let known: { document: string; faults: readonly SaveFault[] } = { document: '', faults: none }
const watchers = new Set<() => void>()

/** Keeps why a document was not saved, until it is saved or refused anew; an empty list where nothing is wrong. */
export function keepSaveFaults(document: string, faults: readonly SaveFault[]): void {
  known = { document, faults }
  watchers.forEach((tell) => tell())
}

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}

/** Why the last save of this document was refused. `document` is its collection and id, as `events/…`. */
export const useSaveFaults = (document: string): readonly SaveFault[] =>
  useSyncExternalStore(
    watch,
    () => (known.document === document ? known.faults : none),
    () => none,
  )
