'use client'

import { logWords } from '../messages/log-words.js'
import { useField } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

function useLogWords(): (field: string, code: unknown) => string {
  const { label } = useWords()
  return (field, code) =>
    typeof code === 'string' && code !== '' ? label(logWords[field]?.[code]) || code : '–'
}

/** A code of the log, in words. */
export function LogCell({ cellData, field }: { cellData?: unknown; field?: { name?: string } }) {
  const say = useLogWords()
  return <span>{say(field?.name ?? '', cellData)}</span>
}

/** The same beside its name, where one entry is shown. */
export function LogFact({ field, path }: FieldProps) {
  const { title } = useFieldWords(field)
  const { value } = useField<string>({ path })
  const say = useLogWords()
  return (
    <div className="field-type torg-fact">
      <span className="torg-fact__name">{title}</span>
      <span>{say(field.name, value)}</span>
    </div>
  )
}
