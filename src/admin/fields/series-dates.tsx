'use client'

import { Fragment, useMemo, useState } from 'react'
import { dayAt } from '../../calendar/zoned-time.js'
import { useOpenDocument } from '../actions/use-open-document.js'
import { whyLocked } from '../actions/lock.js'
import { dayWords, monthWords } from '../time-words.js'
import { useField } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { comingTimes, timesIn } from './coming-times.js'
import { type DateMark, type GridMonth, markOf, monthsOf } from './date-grid.js'
import { DatePanel } from './date-panel.js'
import { useOverrides } from './use-overrides.js'
import { useSeries } from './use-series.js'

const mostDates = 60
const monthsAtFirst = 3

/** The dates that a series has, as a calendar: each can be left out, moved or noted. */
export function SeriesDates({ off: readOnly }: { off: boolean }) {
  const { w } = useWords()
  const { list } = useOpenDocument()
  const off = readOnly || (list !== null && whyLocked(list, w) !== null)
  const { when, zone, allDay } = useSeries()
  const [now] = useState(() => new Date())
  const [chosen, setChosen] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const { value, setValue } = useField<string[] | null>({ path: 'exceptions' })
  const exceptions = timesIn(value)
  const { overrides, change, clear } = useOverrides()
  const key = JSON.stringify(when)
  const months = useMemo(
    () =>
      monthsOf(comingTimes(JSON.parse(key) as typeof when, zone, now, mostDates, true), (occurrence) =>
        allDay ? occurrence : dayAt(occurrence, zone),
      ),
    [key, zone, allDay, now],
  )
  if (months.length === 0) return null
  const overrideOf = (occurrence: string) => overrides.find((one) => one.occurrence === occurrence) ?? null
  const mark = (occurrence: string) => markOf(occurrence, exceptions, overrideOf(occurrence))
  const shown = all ? months : months.slice(0, monthsAtFirst)
  const open = months.flatMap(({ weeks }) => weeks.flat()).find((cell) => cell?.day === chosen)
  return (
    <section className="torg-dates" aria-label={w.seriesDates}>
      {!off && <p className="torg-help">{w.seriesDatesHelp}</p>}
      <div className="torg-months">
        {shown.map((month) => (
          <Fragment key={month.month}>
            <Month month={month} chosen={chosen} mark={mark} onChoose={setChosen} />
            {/* Beside its month: on a telephone nobody scrolls past the others to get at it. */}
            {open?.day.startsWith(month.month) &&
              open.occurrences.map((occurrence) => (
                <DatePanel
                  key={occurrence}
                  occurrence={occurrence}
                  left={exceptions.includes(occurrence)}
                  override={overrideOf(occurrence)}
                  off={off}
                  onLeave={(leave) =>
                    setValue(
                      leave
                        ? [...exceptions, occurrence].sort()
                        : exceptions.filter((each) => each !== occurrence),
                    )
                  }
                  onChange={(part, text) => change(occurrence, part, text)}
                  onClear={() => clear(occurrence)}
                />
              ))}
          </Fragment>
        ))}
      </div>
      {shown.length < months.length && (
        <button type="button" className="torg-button" onClick={() => setAll(true)}>
          {w.seriesMoreMonths}
        </button>
      )}
    </section>
  )
}

interface MonthProps {
  month: GridMonth
  chosen: string | null
  mark: (occurrence: string) => DateMark
  onChoose: (day: string | null) => void
}

function Month({ month: { month, weeks }, chosen, mark, onChoose }: MonthProps) {
  const { w, language } = useWords()
  const says = { off: w.seriesMarkOff, moved: w.seriesMarkMoved, noted: w.seriesMarkNoted }
  return (
    <table className="torg-month">
      <caption>{monthWords(month, language)}</caption>
      <thead>
        <tr>
          {w.weekdays.split(',').map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((cell, at) => {
              const [first] = cell?.occurrences ?? []
              if (!cell || !first) return <td key={at}>{cell && Number(cell.day.slice(-2))}</td>
              const marked = mark(first)
              return (
                <td key={at}>
                  <button
                    type="button"
                    data-mark={marked ?? undefined}
                    aria-pressed={cell.day === chosen}
                    aria-label={[dayWords(cell.day, language), marked && says[marked]]
                      .filter(Boolean)
                      .join(', ')}
                    onClick={() => onChoose(cell.day === chosen ? null : cell.day)}
                  >
                    {Number(cell.day.slice(-2))}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
