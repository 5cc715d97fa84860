'use client'

import { logWords, reasonWords } from '../messages/log-words.js'
import { useField, useFormFields } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

function useLogWords(): (
  field: string,
  code: unknown,
  beside: { action?: unknown; wording?: unknown },
) => string | null {
  const { label } = useWords()
  return (field, code, { action, wording }) => {
    if (typeof code !== 'string' || code === '') return null
    // A rule of the municipality's own is quoted as it read on the day of the decision.
    if (wording && (field === 'reason' || field === 'rule'))
      return label(wording) || String(Object.values(wording)[0] ?? code)
    const words = field === 'reason' ? reasonWords(action) : logWords[field]
    return label(words?.[code]) || code
  }
}

interface CellProps {
  cellData?: unknown
  field?: { name?: string }
  rowData?: { action?: unknown; wording?: unknown }
}

/** A code of the log, in words. */
export function LogCell({ cellData, field, rowData }: CellProps) {
  const said = useLogWords()(field?.name ?? '', cellData, rowData ?? {})
  return <span className={said === null ? 'torg-none' : undefined}>{said ?? '–'}</span>
}

/** The same beside its name, where one entry is shown. */
export function LogFact({ field, path }: FieldProps) {
  const { title } = useFieldWords(field)
  const { value } = useField<string>({ path })
  const action = useFormFields(([fields]) => fields?.action?.value)
  const wording = useFormFields(([fields]) => fields?.wording?.value)
  const said = useLogWords()(field.name, value, { action, wording })
  if (said === null) return null
  return (
    <div className="field-type torg-fact">
      <span className="torg-fact__name">{title}</span>
      <span>{said}</span>
    </div>
  )
}
