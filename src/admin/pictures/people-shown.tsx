'use client'

import { useFields } from '../changes.js'
import { fieldNamed } from '../read-values.js'
import { inputFromInstant, instantFromInput } from '../time-words.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'

/** Who is to be seen in a new picture, as it is sent with it. */
export interface People {
  peopleShown: string
  consent: { scope: string; reference: string; validUntil: string | null }
}

export const nobodyShown: People = {
  peopleShown: 'none',
  consent: { scope: '', reference: '', validUntil: null },
}

/** Whether everything is said that is needed before a picture of people can be shown. */
export const isComplete = ({ peopleShown, consent }: People): boolean =>
  peopleShown !== 'consent-held' ||
  Boolean(consent.scope.trim() && consent.reference.trim() && consent.validUntil)

/** Asks who is to be seen in a new picture and, where they have agreed to it, what that covers and how long it holds. */
export function PeopleShown({
  id,
  people,
  onChange,
}: {
  id: string
  people: People
  onChange: (people: People) => void
}) {
  const { label } = useWords()
  const fields = useFields('media')
  const zone = useZone()
  const shown = fieldNamed(fields, 'peopleShown')
  const inner = fieldNamed(fields, 'consent')?.fields ?? []
  const { peopleShown, consent } = people
  const set = (more: Partial<People['consent']>) => onChange({ ...people, consent: { ...consent, ...more } })
  const words = (name: 'scope' | 'reference') => {
    const field = fieldNamed(inner, name) as { label?: unknown; admin?: { description?: unknown } } | null
    const help = label(field?.admin?.description)
    return (
      <label className="torg-stack" htmlFor={`${id}-${name}`}>
        <span>{label(field?.label)}</span>
        <input
          className="torg-input"
          id={`${id}-${name}`}
          type="text"
          maxLength={name === 'scope' ? 200 : 80}
          value={consent[name]}
          aria-describedby={help ? `${id}-${name}-help` : undefined}
          onChange={(event) => set({ [name]: event.target.value })}
        />
        {help && (
          <span className="torg-help" id={`${id}-${name}-help`}>
            {help}
          </span>
        )}
      </label>
    )
  }
  return (
    <>
      <label className="torg-stack" htmlFor={`${id}-people`}>
        <span>{label(shown?.label)}</span>
        <select
          className="torg-input"
          id={`${id}-people`}
          value={peopleShown}
          onChange={(event) => onChange({ ...people, peopleShown: event.target.value })}
        >
          {((shown?.options ?? []) as { value: string; label: unknown }[]).map((option) => (
            <option key={option.value} value={option.value}>
              {label(option.label)}
            </option>
          ))}
        </select>
      </label>
      {peopleShown === 'consent-held' && (
        <>
          {words('scope')}
          {words('reference')}
          <label className="torg-stack" htmlFor={`${id}-until`}>
            <span>{label(fieldNamed(inner, 'validUntil')?.label)}</span>
            <input
              className="torg-input"
              id={`${id}-until`}
              type="date"
              value={inputFromInstant(consent.validUntil, zone).slice(0, 10)}
              // The day itself is still covered.
              onChange={({ target }) =>
                set({ validUntil: target.value ? instantFromInput(`${target.value}T23:59`, zone) : null })
              }
            />
          </label>
        </>
      )}
    </>
  )
}
