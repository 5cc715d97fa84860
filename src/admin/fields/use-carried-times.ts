'use client'

import { useEffect, useRef } from 'react'
import { carryOccurrences } from '../../calendar/carry-occurrences.js'
import type { EventContent } from '../../calendar/event-content.js'
import { useForm } from '../ui-kit.js'
import { timesIn } from './coming-times.js'
import { useOverrides } from './use-overrides.js'
import { useSeries } from './use-series.js'

type Lists = Pick<EventContent, 'exceptions' | 'additions' | 'overrides'>

/**
 * Lets what is left out, moved and noted go along in the form as soon as the series is at another time, as a save does:
 * the calendar shows the same dates as before. Each change is worked out from what a person said last, so that half a
 * date on the way to a whole one loses nothing.
 */
export function useCarriedTimes(): void {
  const { when, zone } = useSeries()
  const { overrides } = useOverrides()
  const { dispatchFields } = useForm()
  const { allDay, start, end, startDate, recurrenceRule } = when
  const series = JSON.stringify({
    ...{ allDay: allDay === true, zone, recurrenceRule: recurrenceRule || null },
    ...{ start: spelt(start), end: spelt(end), startDate: startDate || null },
  })
  const lists = JSON.stringify({
    exceptions: timesIn(when.exceptions),
    additions: timesIn(when.additions),
    overrides: overrides.map(({ occurrence, start, end }) => ({ occurrence, start, end })),
  })
  /** What a person said last, at which times of the series, and how it stands in the form. */
  const said = useRef({ series, lists, shown: lists })
  const at = useRef(series)
  useEffect(() => {
    if (lists !== said.current.shown) said.current = { series, lists, shown: lists }
    else if (series !== at.current) {
      const before = { ...JSON.parse(said.current.series), ...JSON.parse(said.current.lists) } as EventContent
      const after = carryOccurrences(before, { ...before, ...(JSON.parse(series) as object) })
      const carried: Lists = {
        exceptions: after.exceptions,
        additions: after.additions,
        overrides: after.overrides,
      }
      said.current.shown = JSON.stringify(carried)
      if (said.current.shown !== lists) {
        const write = (path: string, value: unknown) => dispatchFields({ type: 'UPDATE', path, value })
        write('exceptions', carried.exceptions)
        write('additions', carried.additions)
        carried.overrides.forEach((one, index) => {
          for (const part of ['occurrence', 'start', 'end'] as const)
            write(`overrides.${index}.${part}`, one[part])
        })
      }
    }
    at.current = series
  }, [series, lists, dispatchFields])
}

/** An instant as content spells it; null for what is none yet. */
function spelt(value: unknown): string | null {
  const at = typeof value === 'string' && value ? Date.parse(value) : NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
