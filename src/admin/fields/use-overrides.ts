'use client'

import { useAllFormFields, useForm } from '../ui-kit.js'
import type { Override } from './date-grid.js'

const name = 'overrides'
const parts = ['start', 'end', 'note'] as const
type Part = (typeof parts)[number]

/**
 * What the form says of single times of a series, and how to say more: the rows of Payload's list, written from the
 * calendar. A row that says nothing any more is taken out.
 */
export function useOverrides(): {
  overrides: Override[]
  change: (occurrence: string, part: Part, value: string | null) => void
  clear: (occurrence: string) => void
} {
  const [fields] = useAllFormFields()
  const { addFieldRow, removeFieldRow, dispatchFields, setModified } = useForm()
  const rows = (fields[name] as { rows?: unknown[] } | undefined)?.rows?.length ?? 0
  const valueAt = (index: number, part: string) => {
    const value = fields[`${name}.${index}.${part}`]?.value
    return typeof value === 'string' && value ? value : null
  }
  const overrides = Array.from({ length: rows }, (_, index) => ({
    occurrence: valueAt(index, 'occurrence') ?? '',
    start: valueAt(index, 'start'),
    end: valueAt(index, 'end'),
    note: valueAt(index, 'note'),
    elsewhere: Boolean(fields[`${name}.${index}.place`]?.value),
  }))
  const indexOf = (occurrence: string) => overrides.findIndex((one) => one.occurrence === occurrence)
  const clear = (occurrence: string) => {
    const index = indexOf(occurrence)
    if (index >= 0) removeFieldRow({ path: name, rowIndex: index })
  }
  const change = (occurrence: string, part: Part, value: string | null) => {
    const index = indexOf(occurrence)
    const known = overrides[index]
    if (!known) {
      if (!value) return
      const field = (one: string | null) => ({ value: one, valid: true, passesCondition: true })
      return addFieldRow({
        path: name,
        schemaPath: name,
        rowIndex: rows,
        subFieldState: {
          occurrence: field(occurrence),
          start: field(null),
          end: field(null),
          place: field(null),
          note: field(null),
          [part]: field(value),
        },
      })
    }
    const after = { ...known, [part]: value }
    if (!after.elsewhere && parts.every((each) => !after[each])) return clear(occurrence)
    dispatchFields({ type: 'UPDATE', path: `${name}.${index}.${part}`, value })
    setModified(true)
  }
  return { overrides, change, clear }
}
