'use client'

import { addDays } from '../../calendar/zoned-time.js'
import { useWords } from '../use-words.js'
import type { Repetition } from './simple-repetition.js'

interface EndProps {
  end: Repetition['end']
  firstDay: string | null
  off: boolean
  onChange: (end: Repetition['end']) => void
}

/** Half a year on, as a first guess at the end of a season. */
const season = 182

/** When a series ends: never, with a day, or after so many times. */
export function RepetitionEnd({ end, firstDay, off, onChange }: EndProps) {
  const { w } = useWords()
  const today = new Date().toISOString().slice(0, 10)
  const choose = (kind: string) =>
    onChange(
      kind === 'until'
        ? { kind: 'until', day: addDays(firstDay ?? today, season) }
        : kind === 'count'
          ? { kind: 'count', count: 10 }
          : { kind: 'never' },
    )
  return (
    <div className="torg-line">
      <label className="torg-inline">
        <span>{w.seriesEnds}</span>
        <select
          className="torg-input"
          value={end.kind}
          disabled={off}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="never">{w.endsNever}</option>
          <option value="until">{w.endsOnDay}</option>
          <option value="count">{w.endsAfterTimes}</option>
        </select>
      </label>
      {end.kind === 'until' && (
        <label className="torg-inline">
          <span>{w.lastDay}</span>
          <input
            className="torg-input"
            type="date"
            value={end.day}
            disabled={off}
            onChange={(event) => event.target.value && onChange({ kind: 'until', day: event.target.value })}
          />
        </label>
      )}
      {end.kind === 'count' && (
        <label className="torg-inline">
          <span>{w.howManyTimes}</span>
          <input
            className="torg-input torg-input--short"
            type="number"
            min={1}
            max={1000}
            value={end.count}
            disabled={off}
            onChange={(event) =>
              onChange({ kind: 'count', count: Math.max(1, Number(event.target.value) || 1) })
            }
          />
        </label>
      )}
    </div>
  )
}
