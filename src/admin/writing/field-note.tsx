'use client'

import { useEffect, useMemo, useRef } from 'react'
import { isIdentity } from '../../privacy/kinds.js'
import { useKnownActionList } from '../actions/action-list.js'
import type { FieldProps } from '../fields/field-frame.js'
import { useDocumentInfo, useFormFields } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { Found } from './found.js'
import { markInText, selectMark } from './text-marks.js'
import { useMarks } from './use-marks.js'

/** Under a text field: what the field is for, and what of the text looks like personal data, marked where it stands. */
export function FieldNote({ path, field }: FieldProps) {
  const { label } = useWords()
  const here = useRef<HTMLDivElement>(null)
  const own = useFormFields(([fields]) => fields?.[path])
  const marks = useMarks(own?.value)
  const accepted = useAccepted(path, own?.value === own?.initialValue)
  // A contact's own fields are for addresses: those are asked about with the consent.
  const meant = path.startsWith('contact.')
  const shown = useMemo(
    () => marks.filter((mark) => (isIdentity(mark) ? !accepted : !meant)),
    [marks, accepted, meant],
  )
  const fieldOf = () => here.current?.closest('.field-type') ?? null
  useEffect(() => {
    const editor = fieldOf()?.querySelector('[contenteditable]')
    return editor ? markInText(editor, shown) : undefined
  }, [shown])
  const help = label(field.admin?.description)
  return (
    <div ref={here}>
      {help && <div className="field-description">{help}</div>}
      <Found
        marks={shown}
        onShow={(mark) => {
          const around = fieldOf()
          if (around) selectMark(around, mark)
        }}
      />
    </div>
  )
}

/** Whether an editor has accepted the numbers in this field, which says the same as then. */
function useAccepted(path: string, unchanged: boolean): boolean {
  const { id, collectionSlug } = useDocumentInfo()
  const list = useKnownActionList(collectionSlug, id)
  return unchanged && Boolean(list?.acceptedNumbers?.includes(path.split('.')[0]!))
}
