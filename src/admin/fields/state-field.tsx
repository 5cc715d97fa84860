'use client'

import { useField } from '../ui-kit.js'
import { Badge } from './badge.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

function Fact({ axis, field, path }: FieldProps & { axis: 'state' | 'publication' | 'life' }) {
  const { title } = useFieldWords(field)
  const { value } = useField<string>({ path })
  return (
    <div className="field-type torg-fact">
      <span className="torg-fact__name">{title}</span>
      <Badge axis={axis} value={value} />
    </div>
  )
}

/** States are shown, never set: they change by actions. */
export const StateField = (props: FieldProps) => <Fact axis="state" {...props} />
export const PublicationField = (props: FieldProps) => <Fact axis="publication" {...props} />
export const LifeField = (props: FieldProps) => <Fact axis="life" {...props} />

/** Which version the form shows, small: a number that only matters when two people speak of the same text. */
export function RevisionField({ field, path }: FieldProps) {
  const { title } = useFieldWords(field)
  const { value } = useField<number>({ path })
  return value ? <p className="field-type torg-help">{`${title} ${value}`}</p> : null
}
