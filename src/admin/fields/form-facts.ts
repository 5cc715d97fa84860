'use client'

import { useEffect } from 'react'
import { useFormFields } from '../ui-kit.js'

/**
 * What an event's form says that decides which other fields make sense. The style sheet shows and hides those by it:
 * the framework would ask the server after each key, and on a slow line its answers come too late or not at all.
 */
export function useFormFacts(): void {
  const facts = useFormFields(([fields]) =>
    [
      fields?.allDay?.value === true ? 'all-day' : 'timed',
      fields?.recurrenceRule?.value ? 'repeated' : '',
      fields?.attendance?.value === 'online' ? '' : 'somewhere',
      fields?.attendance?.value !== 'online' && !fields?.place?.value ? 'elsewhere' : '',
      fields?.attendance?.value === 'in-person' ? '' : 'online',
      fields?.['price.free']?.value === true ? '' : 'priced',
    ]
      .filter(Boolean)
      .join(' '),
  )
  useEffect(() => {
    document.documentElement.dataset.torgForm = facts
    return () => void delete document.documentElement.dataset.torgForm
  }, [facts])
}
