'use client'

import { useId } from 'react'
import type { QueueFilters } from '../../../moderation/queue-filters.js'
import { noFilters, queueSurfaces, withinChoices } from '../../../moderation/queue-filters.js'
import { languageNames } from '../../fields/choice-field.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import { vocabularyLabel } from '../../use-municipality.js'
import { registerUrl, usePublicList, useRegister } from '../../use-register.js'
import type { Vocabulary } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import { counted } from '../fill.js'

interface Choice {
  value: string
  words: string
}

/** One choice of a filter; `Alla` is none. */
export function FilterChoice({
  title,
  value,
  choices,
  none,
  onChange,
}: {
  title: string
  value: string | null
  choices: readonly Choice[]
  /** What stands where nothing is chosen. */
  none?: string
  onChange: (value: string | null) => void
}) {
  const { w } = useWords()
  const id = useId()
  return (
    <div className="torg-filter">
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        className="torg-input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{none ?? w.anyValue}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </div>
  )
}

export function FilterSwitch({
  title,
  on,
  onChange,
}: {
  title: string
  on: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <label className="torg-box">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {title}
    </label>
  )
}

/** What organisations and categories of a municipality can be chosen from. */
export function useFilterChoices(municipality: MunicipalitySettings | null) {
  const { language } = useWords()
  const organisations = usePublicList<{ id: string; name: string }>(municipality?.slug, 'organisations')
  const categories = useRegister<Vocabulary & { id: string }>(
    registerUrl('categories', municipality?.id ?? null),
  )
  return {
    organisations: organisations
      .map(({ id, name }): Choice => ({ value: id, words: name }))
      .sort((a, b) => a.words.localeCompare(b.words, language)),
    categories: categories.map((each): Choice => ({
      value: each.id,
      words: vocabularyLabel(each, language),
    })),
    languages: (municipality?.languages ?? []).map((code): Choice => ({
      value: code,
      words: languageNames[code] ?? code,
    })),
  }
}

interface FilterBarProps {
  filters: QueueFilters
  municipality: MunicipalitySettings | null
  onChange: (filters: QueueFilters) => void
}

/** How the queue is narrowed down. */
export function FilterBar({ filters, municipality, onChange }: FilterBarProps) {
  const { w } = useWords()
  const choices = useFilterChoices(municipality)
  const set = <Name extends keyof QueueFilters>(name: Name, value: QueueFilters[Name]) =>
    onChange({ ...filters, [name]: value })
  const surfaces = {
    calendar: w.surfaceCalendar,
    community: w.surfaceCommunity,
    organisations: w.surfaceOrganisations,
  }
  const { reason: _, ...others } = filters
  const chosen = Object.values(others).filter((value) => value !== null && value !== false).length
  return (
    <details className="torg-filter-bar" open={chosen > 0 ? true : undefined}>
      <summary>
        {w.narrowDown}
        {chosen > 0 && <span className="torg-count">{chosen}</span>}
      </summary>
      <div className="torg-filter-fields">
        <FilterChoice
          title={w.surface}
          value={filters.surface}
          choices={queueSurfaces.map((value) => ({ value, words: surfaces[value] }))}
          onChange={(value) => set('surface', value as QueueFilters['surface'])}
        />
        <FilterChoice
          title={w.kindOrganisation}
          value={filters.organisation}
          choices={choices.organisations}
          onChange={(value) => set('organisation', value)}
        />
        <FilterChoice
          title={w.category}
          value={filters.category}
          choices={choices.categories}
          onChange={(value) => set('category', value)}
        />
        <FilterChoice
          title={w.language}
          value={filters.language}
          choices={choices.languages}
          onChange={(value) => set('language', value)}
        />
        <FilterChoice
          title={w.startsWithin}
          value={filters.within === null ? null : String(filters.within)}
          choices={withinChoices.map((days) => ({ value: String(days), words: counted(w.withinDays, days) }))}
          onChange={(value) => set('within', value === null ? null : Number(value))}
        />
        <div className="torg-filter-switches">
          <FilterSwitch title={w.onlyFlagged} on={filters.flagged} onChange={(on) => set('flagged', on)} />
          <FilterSwitch title={w.onlyMine} on={filters.mine} onChange={(on) => set('mine', on)} />
        </div>
        {chosen > 0 && (
          <button
            type="button"
            className="torg-button torg-button--small"
            onClick={() => onChange({ ...noFilters, reason: filters.reason })}
          >
            {w.clearFilters}
          </button>
        )}
      </div>
    </details>
  )
}
