'use client'

import { useRegister } from '../../use-register.js'
import { useWords } from '../../use-words.js'

interface MunicipalityChoiceProps {
  municipalities: readonly string[]
  chosen: string | null
  onChoose: (id: string) => void
}

/** Which municipality, for the few who work in several. */
export function MunicipalityChoice({ municipalities, chosen, onChoose }: MunicipalityChoiceProps) {
  const { w } = useWords()
  const several = municipalities.length > 1
  const query = new URLSearchParams({ limit: '100', depth: '0', sort: 'name' })
  const known = useRegister<{ id: string; name: string }>(several ? `/api/municipalities?${query}` : null)
  if (!several) return null
  return (
    <div className="torg-filter">
      <label htmlFor="torg-municipality">{w.whichMunicipality}</label>
      <select
        id="torg-municipality"
        className="torg-input"
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        {known
          .filter(({ id }) => municipalities.includes(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </div>
  )
}
