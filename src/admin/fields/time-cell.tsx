'use client'

import { timeWords } from '../time-words.js'
import { useField } from '../ui-kit.js'
import { useAccountZone, useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { whenWords } from '../when-words.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

interface CellProps {
  cellData?: unknown
  field?: { name?: string; label?: unknown }
  rowData?: { zone?: unknown; allDay?: unknown; startDate?: unknown }
}

/** A time in a list, on the clock of the event's place or of the municipality. */
export function TimeCell({ cellData, field, rowData }: CellProps) {
  const { language, label } = useWords()
  const municipality = useAccountZone()
  if (!cellData) return <span className="torg-none">–</span>
  const zone = typeof rowData?.zone === 'string' && rowData.zone ? rowData.zone : municipality
  const allDay = field?.name === 'startsAt' && rowData?.allDay === true
  const said = whenWords(cellData as string, zone, language, allDay)
  return (
    <span>
      {field?.name === 'dueAt' && <span className="torg-card-label">{`${label(field?.label)} `}</span>}
      <time dateTime={String(cellData)}>{said}</time>
    </span>
  )
}

/** A time that is shown beside the form and set by decisions. */
export function TimeFact({ field, path }: FieldProps) {
  const { title, language } = useFieldWords(field)
  const { value } = useField<string>({ path })
  const zone = useZone()
  const said = timeWords(value, zone, language)
  if (!said) return null
  return (
    <div className="field-type torg-fact">
      <span className="torg-fact__name">{title}</span>
      <time dateTime={value}>{said}</time>
    </div>
  )
}
