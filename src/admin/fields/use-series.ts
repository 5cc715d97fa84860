'use client'

import { useAllFormFields } from '../ui-kit.js'
import { useZone } from '../use-municipality.js'
import type { WhenFields } from './coming-times.js'

const whenFields = [
  'allDay',
  'start',
  'end',
  'startDate',
  'endDate',
  'zone',
  'recurrenceRule',
  'exceptions',
  'additions',
] as const

/** The series as the form has it, and how its times are said. */
export function useSeries() {
  const [fields] = useAllFormFields()
  const zone = useZone()
  const when = Object.fromEntries(whenFields.map((name) => [name, fields[name]?.value])) as WhenFields
  return { when, zone, allDay: when.allDay === true }
}
