'use client'

import { Changes } from '../changes.js'
import type { Change } from '../fetch-json.js'
import { useField } from '../ui-kit.js'
import { useSibling } from './controls.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

const collectionOf: Record<string, string> = { event: 'events', post: 'posts', organisation: 'organisations' }

/** What an editor changed, for the author who reads the notice. */
export function ChangesField({ path, field }: FieldProps) {
  const { title } = useFieldWords(field)
  const { value } = useField<unknown>({ path })
  const kind = useSibling('kind')
  if (!Array.isArray(value) || value.length === 0) return null
  return (
    <section className="field-type torg-panel">
      <h2>{title}</h2>
      <Changes changes={value as Change[]} collection={collectionOf[String(kind)] ?? 'events'} />
    </section>
  )
}
