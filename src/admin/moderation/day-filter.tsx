'use client'

import { useId } from 'react'

interface DayFilterProps {
  title: string
  /** `YYYY-MM-DD`; null where the list is not narrowed down by it. */
  value: string | null
  onChange: (value: string | null) => void
}

/** One day by which a list is narrowed down. */
export function DayFilter({ title, value, onChange }: DayFilterProps) {
  const id = useId()
  return (
    <div className="torg-filter">
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        type="date"
        className="torg-input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </div>
  )
}
