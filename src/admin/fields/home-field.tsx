'use client'

import { useEffect } from 'react'
import { decides, hasRole, municipalitiesOf, organisationsOf } from '../account.js'
import { useDocumentInfo, useField, useFormFields } from '../ui-kit.js'
import { useAccount } from '../use-account.js'
import { idOf } from '../../shared/reference.js'
import { useMunicipalityId } from '../use-municipality.js'
import { registerUrl, useRegister } from '../use-register.js'
import { useWords } from '../use-words.js'
import { ChooseOne, type Choice } from './controls.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

interface Named {
  id: string
  name: string
  life?: string
}

/**
 * Whose a document is. Chosen once, and only by those who have a choice; for everyone else it is a fact. The server
 * settles it in any case.
 */
export function HomeField(props: FieldProps) {
  const { collectionSlug } = useDocumentInfo()
  if (props.field.name !== 'organisation') return <MunicipalityHome {...props} />
  // In logs and notices the organisation only says whom they concern.
  return <OrganisationHome {...props} required={['events', 'posts'].includes(collectionSlug ?? '')} />
}

function MunicipalityHome(props: FieldProps) {
  const user = useAccount()
  const mine = municipalitiesOf(user)
  const all = useRegister<Named>('/api/municipalities?limit=100&depth=0&sort=name&select[name]=true')
  const reach = hasRole(user, 'operator') ? all : all.filter(({ id }) => mine.includes(id))
  return <Home {...props} choices={reach} required={false} />
}

function OrganisationHome({ required, ...props }: FieldProps & { required: boolean }) {
  const user = useAccount()
  const role = useFormFields(([fields]) => fields?.role?.value)
  const { collectionSlug } = useDocumentInfo()
  const municipality = useMunicipalityId()
  const found = useRegister<Named>(registerUrl('organisations', municipality, { sort: 'name' }))
  const own = organisationsOf(user)
  const reach = decides(user)
    ? found.filter(({ life }) => life === 'approved')
    : found.filter(({ id }) => own.includes(id))
  // A role of the whole municipality has no organisation.
  if (
    collectionSlug === 'memberships' &&
    !['contributor', 'organisation-admin', 'api-client'].includes(String(role))
  )
    return null
  return <Home {...props} choices={reach} named={found} required={required} />
}

function Home({
  choices,
  named = choices,
  required,
  ...props
}: FieldProps & { choices: Named[]; named?: Named[]; required: boolean }) {
  const { w } = useWords()
  const { title } = useFieldWords(props.field)
  const { id } = useDocumentInfo()
  const { value, setValue } = useField<unknown>({ path: props.path })
  const current = idOf(value)
  const only = choices.length === 1 ? choices[0]!.id : null
  useEffect(() => {
    if (!id && !current && only) setValue(only, true)
  }, [id, current, only, setValue])
  const settled = Boolean(id) || (only !== null && current === only)
  if (settled) {
    const name = named.find((each) => each.id === current)?.name
    if (!name) return null
    return (
      <div className="field-type torg-fact">
        <span className="torg-fact__name">{title}</span>
        <span>{name}</span>
      </div>
    )
  }
  if (choices.length === 0) return null
  const options: Choice[] = choices.map((each) => ({ value: each.id, label: each.name }))
  return <ChooseOne props={props} choices={options} empty={required ? w.chooseOne : w.noneChosen} />
}
