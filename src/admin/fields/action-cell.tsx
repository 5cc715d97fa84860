'use client'

import { actionLabels } from '../../moderation/action-labels.js'
import { organisationActionLabels } from '../../organisations/action-labels.js'
import { useField } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

function useActionWords(): (action: unknown) => string {
  const { label } = useWords()
  const all: Record<string, unknown> = { ...organisationActionLabels, ...actionLabels }
  return (action) => label(all[String(action)]) || String(action ?? '')
}

/** What happened, in the words of the button that made it happen. */
export function ActionCell({
  cellData,
  collectionSlug,
  rowData,
}: {
  cellData?: unknown
  collectionSlug?: string
  rowData?: { id?: unknown }
}) {
  const say = useActionWords()
  if (collectionSlug !== 'notices') return <span>{say(cellData)}</span>
  return (
    <a className="torg-title" href={`/admin/collections/notices/${String(rowData?.id)}`}>
      {say(cellData)}
    </a>
  )
}

export function ActionField({ field, path }: FieldProps) {
  const { title } = useFieldWords(field)
  const { value } = useField<string>({ path })
  const say = useActionWords()
  return (
    <div className="field-type torg-fact">
      <span className="torg-fact__name">{title}</span>
      <span>{say(value)}</span>
    </div>
  )
}
