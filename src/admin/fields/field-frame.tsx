'use client'

import type { ReactNode } from 'react'
import { useWords } from '../use-words.js'

/** What Payload hands to a field of ours, as far as we use it. */
export interface FieldProps {
  path: string
  readOnly?: boolean
  field: {
    name: string
    label?: unknown
    required?: boolean
    admin?: {
      description?: unknown
      readOnly?: boolean
      className?: string
      custom?: Record<string, unknown>
    }
    options?: { value: string; label: unknown }[]
  }
}

interface FrameProps {
  id: string
  label: string
  help?: string
  error?: string | null
  children: ReactNode
  /** A group of boxes is a fieldset with a legend; one input has a label. */
  group?: boolean
  className?: string
}

export const fieldId = (path: string): string => `field-${path.replace(/\./g, '__')}`

/** Label, control, help and fault of one field, tied together for those who listen to the page. */
export function FieldFrame({ id, label, help, error, children, group, className = '' }: FrameProps) {
  const notes = (
    <>
      {help && (
        <p className="torg-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="torg-fault" id={`${id}-fault`} role="alert">
          {error}
        </p>
      )}
    </>
  )
  if (group) {
    return (
      <fieldset
        className="field-type torg-field torg-field--group"
        data-torg-field={id}
        aria-describedby={help ? `${id}-help` : undefined}
      >
        <legend>{label}</legend>
        {children}
        {notes}
      </fieldset>
    )
  }
  return (
    <div className={`field-type torg-field ${className}`} data-torg-field={id}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {notes}
    </div>
  )
}

/** `aria-describedby` for the control inside a frame. */
export const described = (id: string, help?: string, error?: string | null): string | undefined =>
  [help && `${id}-help`, error && `${id}-fault`].filter(Boolean).join(' ') || undefined

export function useFieldWords(field: FieldProps['field']) {
  const { label, ...rest } = useWords()
  return {
    ...rest,
    label,
    title: label(field.label) || field.name,
    help: label(field.admin?.description) || undefined,
  }
}
