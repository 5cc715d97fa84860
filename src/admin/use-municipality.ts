'use client'

import { useEffect, useState } from 'react'
import { municipalitiesOf } from './account.js'
import { idOf } from '../shared/reference.js'
import { fetchOnce } from './fetch-json.js'
import { useFormFields } from './ui-kit.js'
import { useAccount } from './use-account.js'

export interface Vocabulary {
  code: string
  labels?: { language: string; text: string }[]
}

/** The settings of a municipality that forms need. */
export interface MunicipalitySettings {
  id: string
  slug: string
  name: string
  languages: string[]
  zone: string
  country: string
  audiences?: Vocabulary[]
  areas?: Vocabulary[]
  demo?: boolean
  houseRules?: { code: string; wording?: { language: string; text: string }[] }[]
  decisionTexts?: {
    use: 'changes' | 'refusal'
    reason: string
    texts?: { language: string; text: string }[]
  }[]
  modeCalendar?: 'pre' | 'post'
  modeCommunity?: 'pre' | 'post'
  revision?: number
}

export function useSettings(id: string | null): MunicipalitySettings | null {
  const [settings, setSettings] = useState<MunicipalitySettings | null>(null)
  useEffect(() => {
    let current = true
    if (id) {
      void fetchOnce<MunicipalitySettings>(`/api/municipalities/${id}?depth=0`).then((found) => {
        if (current) setSettings(found)
      })
    }
    return () => {
      current = false
    }
  }, [id])
  return settings
}

/** The municipality of the document in this form, or of the account where a new one names none yet. */
export function useMunicipalityId(): string | null {
  const user = useAccount()
  const named = useFormFields(([fields]) => idOf(fields?.municipality?.value))
  return named ?? municipalitiesOf(user)[0] ?? null
}

export const useMunicipality = (): MunicipalitySettings | null => useSettings(useMunicipalityId())

/** The clock by which times in this form are read: the event's own zone, else the municipality's. */
export function useZone(): string {
  const municipality = useMunicipality()
  const own = useFormFields(([fields]) => fields?.zone?.value)
  return (typeof own === 'string' && own) || municipality?.zone || 'Europe/Stockholm'
}

/** The zone of lists and cells, which stand in no form. */
export function useAccountZone(): string {
  const user = useAccount()
  return useSettings(municipalitiesOf(user)[0] ?? null)?.zone ?? 'Europe/Stockholm'
}

/** The words of a vocabulary in a language, else in any, else its code. */
export function vocabularyLabel({ code, labels }: Vocabulary, language: string): string {
  return labels?.find((each) => each.language === language)?.text ?? labels?.[0]?.text ?? code
}
