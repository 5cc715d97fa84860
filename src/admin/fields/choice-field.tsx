'use client'

import { useEffect } from 'react'
import { accessibilityFacts } from '../../calendar/accessibility.js'
import { useDocumentInfo, useField } from '../ui-kit.js'
import {
  useMunicipality,
  useMunicipalityId,
  useZone,
  vocabularyLabel,
  type Vocabulary,
} from '../use-municipality.js'
import { registerUrl, usePublicList, useRegister } from '../use-register.js'
import { useWords } from '../use-words.js'
import { whenWords } from '../when-words.js'
import { ChooseMany, ChooseOne, useSibling } from './controls.js'
import { idAlways } from '../../shared/reference.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

/** Names of languages as they call themselves. */
export const languageNames: Record<string, string> = {
  sv: 'Svenska',
  nb: 'Norsk bokmål',
  nn: 'Norsk nynorsk',
  en: 'English',
  fi: 'Suomi',
  da: 'Dansk',
  se: 'Davvisámegiella',
  ar: 'العربية',
  so: 'Soomaali',
  uk: 'Українська',
}
const languageChoices = (codes: readonly string[]) =>
  codes.map((value) => ({ value, label: languageNames[value] ?? value }))

/** Sets what a new document begins with, without counting as a change of the author's. */
function useBeginning(path: string, beginning: string | undefined): void {
  const { id } = useDocumentInfo()
  const { value, setValue } = useField<unknown>({ path })
  useEffect(() => {
    if (!id && !value && beginning) setValue(beginning, true)
  }, [id, value, beginning, setValue])
}

/** The municipality's languages; a new document is in its first one, a translation in another. */
export function LanguageField(props: FieldProps) {
  const municipality = useMunicipality()
  const inTranslation = props.path.includes('.')
  useBeginning(props.path, inTranslation ? undefined : municipality?.languages[0])
  return <ChooseOne props={props} choices={languageChoices(municipality?.languages ?? [])} />
}

export const LanguagesField = (props: FieldProps) => (
  <ChooseMany props={props} choices={languageChoices(Object.keys(languageNames))} />
)

/** How cities are called where the admin's language has another name for them than the zone. */
const cities: Partial<Record<string, Record<string, string>>> = {
  'Europe/Helsinki': { sv: 'Helsingfors', nb: 'Helsingfors' },
  'Europe/Copenhagen': { sv: 'Köpenhamn', nb: 'København' },
}

export function ZoneField(props: FieldProps) {
  const { language } = useWords()
  const municipality = useMunicipality()
  useBeginning(props.path, municipality?.zone)
  const near = [
    'Europe/Stockholm',
    'Europe/Oslo',
    'Europe/Helsinki',
    'Europe/Copenhagen',
    'Atlantic/Reykjavik',
  ]
  const zones = [...new Set([municipality?.zone, ...near].filter((each): each is string => Boolean(each)))]
  return (
    <ChooseOne
      props={props}
      choices={zones.map((value) => ({
        value,
        label: cities[value]?.[language] ?? value.replace(/^.*\//, '').replace('_', ' '),
      }))}
    />
  )
}

export function SelectField(props: FieldProps) {
  const { label } = useFieldWords(props.field)
  return (
    <ChooseOne
      props={props}
      choices={(props.field.options ?? []).map((each) => ({ value: each.value, label: label(each.label) }))}
    />
  )
}

export function CategoriesField(props: FieldProps) {
  const { language } = useWords()
  const { collectionSlug } = useDocumentInfo()
  const surface = collectionSlug === 'posts' ? 'community' : 'calendar'
  const found = useRegister<Vocabulary & { id: string; surfaces?: string[] }>(
    registerUrl('categories', useMunicipalityId()),
  )
  const choices = found
    .filter((each) => !each.surfaces?.length || each.surfaces.includes(surface))
    .map((each) => ({ value: each.id, label: vocabularyLabel(each, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
  return <ChooseMany props={props} choices={choices} asIds />
}

function VocabularyField({ props, of }: { props: FieldProps; of: 'audiences' | 'areas' }) {
  const { language } = useWords()
  const municipality = useMunicipality()
  const choices = (municipality?.[of] ?? []).map((each) => ({
    value: each.code,
    label: vocabularyLabel(each, language),
  }))
  return <ChooseMany props={props} choices={choices} />
}
export const AudiencesField = (props: FieldProps) => <VocabularyField props={props} of="audiences" />
export const AreasField = (props: FieldProps) => <VocabularyField props={props} of="areas" />

export function AccessibilityField(props: FieldProps) {
  const { label } = useWords()
  const choices = Object.entries(accessibilityFacts).map(([value, words]) => ({ value, label: label(words) }))
  return <ChooseMany props={props} choices={choices} />
}

export function PlaceField(props: FieldProps) {
  const { w } = useWords()
  const { id, collectionSlug } = useDocumentInfo()
  const found = useRegister<{ id: string; name: string; address?: string; replacedBy?: unknown }>(
    registerUrl('places', useMunicipalityId(), { sort: 'name' }),
  )
  const { value } = useField<unknown>({ path: props.path })
  const choices = found
    .filter((each) => !each.replacedBy || each.id === idAlways(value))
    .filter((each) => collectionSlug !== 'places' || each.id !== id)
    .map((each) => ({ value: each.id, label: each.address ? `${each.name}, ${each.address}` : each.name }))
  return <ChooseOne props={props} choices={choices} empty={w.noPlaceChosen} />
}

/** The organisations that are public here: an author may name those whose documents she cannot read. */
export function CoOrganisersField(props: FieldProps) {
  const organisation = idAlways(useSibling('organisation'))
  const found = usePublicList<{ id: string; name: string }>(useMunicipality()?.slug, 'organisations')
  const choices = found
    .filter((each) => each.id !== organisation)
    .map((each) => ({ value: each.id, label: each.name }))
  return <ChooseMany props={props} choices={choices} asIds />
}

interface PossibleUmbrella {
  id: string
  title?: string
  startsAt?: string
  zone?: string
  allDay?: boolean
  umbrella?: unknown
  recurrenceRule?: string
}
interface PublicOccurrence {
  id: string
  title: string
  start: string
  end: string | null
  umbrella: string | null
}
const aDay = 86_400_000

/**
 * What this event is part of: a festival, a season. Only what is still to come can be chosen: what the account may
 * read, and of others what is public and lasts a day or longer.
 */
export function UmbrellaField(props: FieldProps) {
  const { w, language } = useWords()
  const { id } = useDocumentInfo()
  const zone = useZone()
  const municipality = useMunicipality()
  const own = useRegister<PossibleUmbrella>(
    registerUrl('events', useMunicipalityId(), {
      'where[publication][in]': 'live,scheduled',
      sort: 'startsAt',
      'select[title]': 'true',
      'select[startsAt]': 'true',
      'select[zone]': 'true',
      'select[allDay]': 'true',
      'select[umbrella]': 'true',
      'select[recurrenceRule]': 'true',
    }),
  )
  const ofOthers = usePublicList<PublicOccurrence>(municipality?.slug, 'events?collapse=series&limit=100')
    .filter(({ start, end }) => end && Date.parse(end) - Date.parse(start) >= aDay)
    .map((each): PossibleUmbrella => ({ ...each, startsAt: each.start }))
  const known = new Set(own.map((each) => each.id))
  const choices = [...own, ...ofOthers.filter((each) => !known.has(each.id))]
    .filter((each) => each.id !== id && !each.umbrella && !each.recurrenceRule)
    .map((each) => ({
      value: each.id,
      label: [each.title, each.startsAt && whenWords(each.startsAt, each.zone ?? zone, language, each.allDay)]
        .filter(Boolean)
        .join(' · '),
    }))
  return <ChooseOne props={props} choices={choices} empty={w.notPartOfAnything} />
}

/** Any of a fixed list. */
export function SelectManyField(props: FieldProps) {
  const { label } = useFieldWords(props.field)
  return (
    <ChooseMany
      props={props}
      choices={(props.field.options ?? []).map((each) => ({ value: each.value, label: label(each.label) }))}
    />
  )
}

/** An account that gets a role. */
export function AccountField(props: FieldProps) {
  const { w } = useWords()
  const found = useRegister<{ id: string; username: string; roleTitle?: string }>(
    '/api/accounts?limit=100&depth=0&sort=username',
  )
  const choices = found.map((each) => ({
    value: each.id,
    label: [each.username, each.roleTitle].filter(Boolean).join(' · '),
  }))
  return <ChooseOne props={props} choices={choices} empty={w.chooseOne} />
}
