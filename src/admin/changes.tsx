'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Change } from './fetch-json.js'
import { fetchOnce } from './fetch-json.js'
import { fieldNamed, fieldTitle, readValue, type ReadableField } from './read-values.js'
import { useConfig } from './ui-kit.js'
import { useAccountZone, vocabularyLabel, type Vocabulary } from './use-municipality.js'
import { useWords } from './use-words.js'

/** Which register a field's ids lie in. */
const registers: Record<string, string> = {
  categories: 'categories',
  place: 'places',
  overrides: 'places',
  coOrganisers: 'organisations',
  umbrella: 'events',
  pictures: 'media',
  logo: 'media',
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(idsIn)
    : typeof value === 'object' && value !== null
      ? idsIn((value as { place?: unknown }).place)
      : typeof value === 'string' && value
        ? [value]
        : []

type Named = Vocabulary & { id: string; name?: string; title?: string; alt?: string }

/** The names of the documents that changes refer to. */
export function useNames(changes: readonly Change[], language: string): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let current = true
    const wanted = changes.flatMap(({ field, before, after }) => {
      const ids = [...new Set([...idsIn(before), ...idsIn(after)])]
      return registers[field] && ids.length > 0
        ? [
            `/api/${registers[field]}?${new URLSearchParams({ 'where[id][in]': ids.join(','), limit: '100', depth: '0' })}`,
          ]
        : []
    })
    void Promise.all(wanted.map((url) => fetchOnce<{ docs?: Named[] }>(url))).then((found) => {
      const docs = found.flatMap((each) => each?.docs ?? [])
      const say = (doc: Named) =>
        doc.name || doc.title || doc.alt || (doc.code ? vocabularyLabel(doc, language) : doc.id)
      if (current) setNames(new Map(docs.map((doc) => [doc.id, say(doc)])))
    })
    return () => {
      current = false
    }
  }, [changes, language])
  return names
}

export function useFields(collection: string): ReadableField[] {
  const { getEntityConfig } = useConfig()
  return useMemo(
    () =>
      (getEntityConfig({ collectionSlug: collection as never })?.fields ?? []) as unknown as ReadableField[],
    [collection, getEntityConfig],
  )
}

/** What changed, field by field, as it was and as it is. */
export function Changes({
  changes,
  collection,
  zone,
}: {
  changes: readonly Change[]
  collection: string
  zone?: string
}) {
  const { w, language } = useWords()
  const accountZone = useAccountZone()
  const fields = useFields(collection)
  const names = useNames(changes, language)
  const reading = { language, zone: zone ?? accountZone, names }
  return (
    <dl className="torg-changes">
      {changes.map(({ field, before, after }) => {
        const known = fieldNamed(fields, field)
        return (
          <div key={field}>
            <dt>{fieldTitle(fields, field, language)}</dt>
            <dd>
              <del>
                <span className="torg-hidden">{w.before}: </span>
                {readValue(before, known, reading)}
              </del>
              <ins>
                <span className="torg-hidden">{w.after}: </span>
                {readValue(after, known, reading)}
              </ins>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
