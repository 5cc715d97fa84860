'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { fetchJson, type Change } from '../fetch-json.js'

export interface Choice {
  code: string
  label: unknown
}
export interface Need {
  field: string
  required: boolean
  choices?: Choice[]
}
export interface Offered {
  action: string
  label: unknown
  needs: Need[]
}

export interface SaidInDecision {
  action: string | null
  at: string | null
  message: string | null
  reason: string | null
  explanation: string | null
  reasonLabel: unknown
}

/** The answer of `GET …/actions`. */
export interface ActionList {
  state: string
  publication: string
  revision: number
  /** Not told of what is not moderated: places and municipalities. */
  maySave?: boolean
  actions: Offered[]
  pending: { action: string; effectiveAt: string } | null
  last: SaidInDecision
  objection: SaidInDecision | null
  said: { action: 'submit' | 'appeal'; at: string | null; message: string } | null
  claimedUntil: string | null
  findings: { field: string; code: string; message: string }[]
  missing: { field: string; code: string; message: string }[]
  page: string | null
  hidden: 'suspended' | 'closed' | null
  announced: { occurrence: string | null; status: string; reason: string | null }[]
  changes: Change[]
  /** Not told of what is not moderated: places and municipalities. */
  acceptedNumbers?: string[]
}

const lists = new Map<string, ActionList>()
/** How many components show the list of a document. */
const showing = new Map<string, number>()
const watchers = new Set<() => void>()
const tell = () => watchers.forEach((each) => each())

async function load(collection: string, id: string): Promise<ActionList | null> {
  const { ok, body } = await fetchJson<ActionList>(`/api/${collection}/${id}/actions`)
  if (ok) lists.set(`${collection}/${id}`, body)
  else lists.delete(`${collection}/${id}`)
  tell()
  return ok ? body : null
}

const watch = (tellOne: () => void) => {
  watchers.add(tellOne)
  return () => void watchers.delete(tellOne)
}

/** The list of a document as far as something else on the page has asked for it. */
export const useKnownActionList = (collection: string | undefined, id: unknown): ActionList | null =>
  useSyncExternalStore(
    watch,
    () => lists.get(`${collection}/${String(id)}`) ?? null,
    () => null,
  )

/** What this account may do with the open document now; shared by the buttons and the panel above the form. */
export function useActionList(collection: string | undefined, id: string | undefined) {
  const key = `${collection}/${id}`
  const list = useKnownActionList(collection, id)
  const reload = useCallback(async () => (collection && id ? load(collection, id) : null), [collection, id])
  // The first of those that show it asks for it, the last forgets it: whoever comes back sees it anew.
  useEffect(() => {
    if (!collection || !id) return
    const shown = showing.get(key) ?? 0
    showing.set(key, shown + 1)
    if (shown === 0 || !lists.has(key)) void load(collection, id)
    return () => {
      const left = (showing.get(key) ?? 1) - 1
      showing.set(key, left)
      if (left === 0) lists.delete(key)
    }
  }, [collection, id, key])
  return { list, reload }
}
