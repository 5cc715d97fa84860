'use client'

import type { FieldProps } from './field-frame.js'
import { fieldId } from './field-frame.js'
import { useOwnField } from './use-own-field.js'

/** Below a field of the framework: why the last save was refused, which that field forgets as soon as it is drawn anew. */
export function SaveFault({ path }: FieldProps) {
  const { error } = useOwnField(path)
  if (!error) return null
  return (
    <p className="torg-fault" id={`${fieldId(path)}-fault`} role="alert">
      {error}
    </p>
  )
}
