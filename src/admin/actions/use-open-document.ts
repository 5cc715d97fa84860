'use client'

import { useCallback } from 'react'
import { useFields } from '../changes.js'
import { fetchJson } from '../fetch-json.js'
import { fieldNamed } from '../read-values.js'
import { useAllFormFields, useDocumentInfo, useForm, useFormModified } from '../ui-kit.js'
import { useActionList } from './action-list.js'
import { changedNames, dataOf } from './form-changes.js'

/** The document that is open in the form: what may be done with it, what the form changed, and reading it anew. */
export function useOpenDocument() {
  const { id: rawId, collectionSlug, setData } = useDocumentInfo()
  const id = rawId === undefined ? undefined : String(rawId)
  const { getData, reset } = useForm()
  const modified = useFormModified()
  const [fields] = useAllFormFields()
  const { list, reload } = useActionList(collectionSlug, id)
  const changed = modified ? changedNames(fields) : []
  const known = useFields(collectionSlug ?? '')
  const isList = (name: string) => fieldNamed(known, name)?.type === 'array'

  const readAnew = useCallback(async () => {
    if (!collectionSlug || !id) return
    const { ok, body } = await fetchJson<Record<string, unknown>>(`/api/${collectionSlug}/${id}?depth=0`)
    if (ok) {
      setData(body)
      await reset(body)
    }
    await reload()
  }, [collectionSlug, id, reload, reset, setData])

  return {
    collection: collectionSlug ?? '',
    id,
    list,
    reload,
    readAnew,
    changed,
    revision: list?.revision ?? (fields.revision?.value as number | undefined) ?? 1,
    /** The revision that the form was filled with: what changed since must be seen before it is overwritten. */
    seen: (fields.revision?.value as number | undefined) ?? list?.revision ?? 1,
    isList,
    edits: () => dataOf(getData(), changed, isList),
  }
}
export type OpenDocument = ReturnType<typeof useOpenDocument>
