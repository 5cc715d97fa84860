'use client'

import { useEffect } from 'react'
import { useField } from '../ui-kit.js'
import { useMunicipality } from '../use-municipality.js'
import { ChooseOne, useSibling } from './controls.js'
import type { FieldProps } from './field-frame.js'

/** ISO 4217. */
const currencyOf: Record<string, string> = { SE: 'SEK', NO: 'NOK', DK: 'DKK', FI: 'EUR' }
const names: Record<string, string> = { SEK: 'kr (SEK)', NOK: 'kr (NOK)', DKK: 'kr (DKK)', EUR: '€ (EUR)' }

/** The money of a price: that of the municipality's country as soon as an amount is written. */
export function CurrencyField(props: FieldProps) {
  const country = useMunicipality()?.country
  const { value, setValue } = useField<string>({ path: props.path })
  const from = useSibling('price.from')
  const to = useSibling('price.to')
  const usual = country ? currencyOf[country] : undefined
  const priced = [from, to].some((amount) => typeof amount === 'number')
  useEffect(() => {
    if (priced && !value && usual) setValue(usual)
  }, [priced, value, usual, setValue])
  const known = [...new Set([usual, ...Object.keys(names), value].filter((each) => typeof each === 'string'))]
  const choices = known.map((code) => ({ value: code, label: names[code] ?? code }))
  return <ChooseOne props={props} choices={choices} empty="–" />
}
