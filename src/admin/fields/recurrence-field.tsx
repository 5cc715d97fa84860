'use client'

import { seriesWords } from '../../calendar/series-words.js'
import { dayAt } from '../../calendar/zoned-time.js'
import { useZone } from '../use-municipality.js'
import { useSibling } from './controls.js'
import { fieldId, FieldFrame, useFieldWords, type FieldProps } from './field-frame.js'
import { RepetitionEnd } from './repetition-end.js'
import { readRepetition, startingWith, weekdays, writeRule, type Repetition } from './simple-repetition.js'
import { SeriesDates } from './series-dates.js'
import { timesIn } from './coming-times.js'
import { useCarriedTimes } from './use-carried-times.js'
import { useOwnField } from './use-own-field.js'
import { useSeries } from './use-series.js'

const nths = ['1', '2', '3', '4', '-1'] as const

/** How an event repeats, by simple controls that write an RRULE and say it in words. */
export function RecurrenceField({ path, field, readOnly }: FieldProps) {
  const { title, help, w, language } = useFieldWords(field)
  const { value, setValue, error, disabled } = useOwnField<string | null>(path)
  const zone = useZone()
  const allDay = useSibling('allDay') === true
  const start = useSibling(allDay ? 'startDate' : 'start')
  const { when } = useSeries()
  useCarriedTimes()
  const series = {
    rule: value ?? '',
    start: textOf(start),
    end: textOf(allDay ? when.endDate : when.end),
    zone,
    allDay,
    exceptions: timesIn(when.exceptions),
  }
  const firstDay = firstDayOf(start, allDay, zone)
  const timing = { zone, allDay }
  const repetition = readRepetition(value, timing)
  const off = readOnly || disabled
  const id = fieldId(path)
  const change = (next: Repetition) => setValue(writeRule(next, timing))
  const choose = (kind: Repetition['kind']) =>
    change({ ...startingWith(kind, firstDay), end: repetition.end })
  const kinds: [Repetition['kind'], string][] = [
    ['none', w.repeatsNever],
    ['weekly', w.repeatsWeekly],
    ['monthly-weekday', w.repeatsMonthlyWeekday],
    ['monthly-day', w.repeatsMonthlyDay],
  ]
  return (
    <FieldFrame id={id} label={title} help={help} error={error} group>
      <div className="torg-line">
        <select
          className="torg-input"
          id={id}
          aria-label={title}
          value={repetition.kind}
          disabled={off}
          onChange={(event) => choose(event.target.value as Repetition['kind'])}
        >
          {kinds.map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
          {repetition.kind === 'other' && <option value="other">{w.repeatsOtherwise}</option>}
        </select>
        {repetition.kind !== 'none' && repetition.kind !== 'other' && (
          <label className="torg-inline">
            <span>{repetition.kind === 'weekly' ? w.everyHowManyWeeks : w.everyHowManyMonths}</span>
            <input
              className="torg-input torg-input--short"
              type="number"
              min={1}
              max={52}
              value={repetition.interval}
              disabled={off}
              onChange={(event) =>
                change({ ...repetition, interval: Math.max(1, Number(event.target.value) || 1) })
              }
            />
          </label>
        )}
      </div>
      {repetition.kind === 'weekly' && (
        <div className="torg-boxes" role="group" aria-label={w.onWhichDays}>
          {weekdays.map((day, index) => (
            <label className="torg-box" key={day}>
              <input
                type="checkbox"
                checked={repetition.days.includes(day)}
                disabled={off}
                onChange={(event) =>
                  change({
                    ...repetition,
                    days: event.target.checked
                      ? [...repetition.days, day]
                      : repetition.days.filter((one) => one !== day),
                  })
                }
              />
              <span>{w.weekdays.split(',')[index]}</span>
            </label>
          ))}
        </div>
      )}
      {repetition.kind === 'monthly-weekday' && repetition.nth && (
        <div className="torg-line">
          <label className="torg-inline">
            <span>{w.whichInMonth}</span>
            <select
              className="torg-input"
              value={repetition.nth.slice(0, -2)}
              disabled={off}
              onChange={(event) =>
                change({ ...repetition, nth: event.target.value + repetition.nth!.slice(-2) })
              }
            >
              {nths.map((nth, index) => (
                <option key={nth} value={nth}>
                  {w.ordinals.split(',')[index]}
                </option>
              ))}
            </select>
          </label>
          <label className="torg-inline">
            <span>{w.whichDay}</span>
            <select
              className="torg-input"
              value={repetition.nth.slice(-2)}
              disabled={off}
              onChange={(event) =>
                change({ ...repetition, nth: repetition.nth!.slice(0, -2) + event.target.value })
              }
            >
              {weekdays.map((day, index) => (
                <option key={day} value={day}>
                  {w.weekdays.split(',')[index]}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {repetition.kind !== 'none' && repetition.kind !== 'other' && (
        <RepetitionEnd
          end={repetition.end}
          firstDay={firstDay}
          off={Boolean(off)}
          onChange={(end) => change({ ...repetition, end })}
        />
      )}
      <p className="torg-said" aria-live="polite">
        {value ? (seriesWords(series, language) ?? value) : ''}
      </p>
      {value && <SeriesDates off={Boolean(off)} />}
    </FieldFrame>
  )
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

function firstDayOf(start: unknown, allDay: boolean, zone: string): string | null {
  if (typeof start !== 'string' || start === '' || Number.isNaN(Date.parse(start))) return null
  return allDay ? start : dayAt(new Date(start), zone)
}
