'use client'

import { looksLikeAPerson } from '../../accounts/addresses.js'
import { useLoginWords } from '../logins/use-login-words.js'
import { useSibling } from './controls.js'
import { described, fieldId, FieldFrame, useFieldWords, type FieldProps } from './field-frame.js'
import { useOwnField } from './use-own-field.js'

/** An address, with a warning where that of a role account looks like a person's. */
export function AddressField({ path, field, readOnly }: FieldProps) {
  const { title, help } = useFieldWords(field)
  const { say } = useLoginWords()
  const { value, setValue, error, disabled } = useOwnField<string | null>(path)
  const id = fieldId(path)
  const warns = useSibling('kind') === 'role' && looksLikeAPerson(value ?? '')
  return (
    <FieldFrame id={id} label={title} help={help} error={error}>
      <input
        className="torg-input"
        id={id}
        name={path}
        type="email"
        autoComplete="off"
        value={value ?? ''}
        disabled={readOnly || disabled}
        aria-describedby={
          [described(id, help, error), warns && `${id}-warning`].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={error ? true : undefined}
        onChange={(event) => setValue(event.target.value || null)}
      />
      {warns && (
        <p className="torg-note" id={`${id}-warning`} role="status">
          {say('looksLikePerson')}
        </p>
      )}
    </FieldFrame>
  )
}
