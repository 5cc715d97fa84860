'use client'

import { useFormFields } from '../ui-kit.js'
import { described, fieldId, FieldFrame, useFieldWords, type FieldProps } from './field-frame.js'
import { idAlways } from '../../shared/reference.js'
import { useOwnField } from './use-own-field.js'

export interface Choice {
  value: string
  label: string
}

/** One of a list, as a native select: it works with every keyboard, telephone and screen reader. */
export function ChooseOne({
  props: { path, field, readOnly },
  choices,
  empty,
}: {
  props: FieldProps
  choices: Choice[]
  /** What stands for nothing chosen; without it something is always chosen. */
  empty?: string
}) {
  const { title, help } = useFieldWords(field)
  const { value, setValue, error, disabled } = useOwnField<unknown>(path)
  const id = fieldId(path)
  const chosen = idAlways(value)
  // What was chosen earlier is never lost from sight, even where it is no choice any more.
  const known = chosen === '' || choices.some((each) => each.value === chosen)
  return (
    <FieldFrame id={id} label={title} help={help} error={error} className={field.admin?.className}>
      <select
        className="torg-input"
        id={id}
        name={path}
        value={chosen}
        disabled={readOnly || disabled}
        aria-describedby={described(id, help, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => setValue(event.target.value || null)}
      >
        {(empty !== undefined || chosen === '') && <option value="">{empty ?? '–'}</option>}
        {!known && <option value={chosen}>…</option>}
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** Any of a list, as boxes to tick. */
export function ChooseMany({
  props: { path, field, readOnly },
  choices,
  asIds,
}: {
  props: FieldProps
  choices: Choice[]
  /** Relations hold documents or ids; vocabularies hold codes. Both are kept as texts. */
  asIds?: boolean
}) {
  const { title, help, w } = useFieldWords(field)
  const { value, setValue, error, disabled } = useOwnField<unknown>(path)
  const id = fieldId(path)
  const chosen = Array.isArray(value) ? value.map(idAlways) : []
  const toggle = (each: string, on: boolean) => {
    const next = on ? [...chosen, each] : chosen.filter((one) => one !== each)
    setValue(next.length === 0 && !asIds ? [] : next)
  }
  const lost = chosen.filter((each) => !choices.some((one) => one.value === each))
  return (
    <FieldFrame id={id} label={title} help={help} error={error} group>
      <div className="torg-boxes">
        {choices.length === 0 && <p className="torg-none">{w.nothingToChoose}</p>}
        {[...choices, ...(choices.length > 0 ? lost.map((each) => ({ value: each, label: each })) : [])].map(
          (each) => (
            <label className="torg-box" key={each.value}>
              <input
                type="checkbox"
                name={`${path}-${each.value}`}
                checked={chosen.includes(each.value)}
                disabled={readOnly || disabled}
                onChange={(event) => toggle(each.value, event.target.checked)}
              />
              <span>{each.label}</span>
            </label>
          ),
        )}
      </div>
    </FieldFrame>
  )
}

/** The value of another field of the same form. */
export const useSibling = (path: string): unknown => useFormFields(([fields]) => fields?.[path]?.value)
