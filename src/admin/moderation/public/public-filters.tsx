'use client'

import {
  listedPublications,
  type PublicFilters,
  type publicFilterNames,
} from '../../../moderation/public-list.js'
import { publicationLabels } from '../../../publication/publication-labels.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import { DayFilter } from '../day-filter.js'
import { FilterChoice, FilterSwitch, useFilterChoices } from '../queue/filter-bar.js'

interface PublicFilterBarProps {
  filters: PublicFilters
  municipality: MunicipalitySettings | null
  onChange: (some: Partial<Record<(typeof publicFilterNames)[number], string | null>>) => void
}

/** How the list of what is public is narrowed down. */
export function PublicFilterBar({ filters: now, municipality, onChange }: PublicFilterBarProps) {
  const { w, label } = useWords()
  const choices = useFilterChoices(municipality)
  return (
    <div className="torg-filter-fields">
      <FilterChoice
        title={w.publicState}
        value={now.publication}
        choices={listedPublications.map((value) => ({ value, words: label(publicationLabels[value]) }))}
        onChange={(value) => onChange({ publication: value })}
      />
      <FilterChoice
        title={w.surface}
        value={now.surface}
        choices={[
          { value: 'calendar', words: w.surfaceCalendar },
          { value: 'community', words: w.surfaceCommunity },
        ]}
        onChange={(value) => onChange({ surface: value })}
      />
      <FilterChoice
        title={w.kindOrganisation}
        value={now.organisation}
        choices={choices.organisations}
        onChange={(value) => onChange({ organisation: value })}
      />
      <FilterChoice
        title={w.category}
        value={now.category}
        choices={choices.categories}
        onChange={(value) => onChange({ category: value })}
      />
      <DayFilter title={w.fromDay} value={now.from} onChange={(value) => onChange({ from: value })} />
      <DayFilter title={w.toDay} value={now.to} onChange={(value) => onChange({ to: value })} />
      <div className="torg-filter-switches">
        <FilterSwitch
          title={w.onlyUnreviewed}
          on={now.unreviewed}
          onChange={(on) => onChange({ unreviewed: on ? '1' : null })}
        />
      </div>
    </div>
  )
}
