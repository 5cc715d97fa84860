'use client'

import { useWords } from '../../use-words.js'

/** One row of a chart: its parts stand end to end. */
export interface Bar {
  label: string
  parts: { series: string; value: number }[]
}

/** What a colour and its pattern mean, in the order of the parts. */
export interface Series {
  key: string
  words: string
  tone: 'first' | 'second' | 'third' | 'fourth' | 'late'
}

interface BarChartProps {
  title: string
  /** Said above the chart, and instead of it to those who do not see it. */
  summary: string
  /** The heading of the first column of the table. */
  what: string
  bars: readonly Bar[]
  series: readonly Series[]
  /** The labels are sentences and stand above their bars. */
  sentences?: boolean
}

const total = ({ parts }: Bar): number => parts.reduce((sum, { value }) => sum + value, 0)

/**
 * Bars that lie on their sides, so that their words are whole on a telephone too, with every number written beside its
 * bar; behind them the same as a table. Series differ by pattern and not by colour alone.
 */
export function BarChart({ title, summary, what, bars, series, sentences = false }: BarChartProps) {
  const { w } = useWords()
  const longest = Math.max(1, ...bars.map(total))
  const several = series.length > 1
  return (
    <figure className={`torg-chart ${sentences ? 'torg-chart--sentences' : ''}`}>
      <figcaption>
        <h2>{title}</h2>
        <p>{summary}</p>
      </figcaption>
      {several && (
        <ul className="torg-chart__legend">
          {series.map(({ key, words, tone }) => (
            <li key={key}>
              <svg width="14" height="14" aria-hidden="true">
                <rect width="14" height="14" className={`torg-series torg-series--${tone}`} />
              </svg>
              {words}
            </li>
          ))}
        </ul>
      )}
      <div role="img" aria-label={`${title}. ${summary}`}>
        {bars.map((bar) => {
          let begun = 0
          return (
            <div className="torg-chart__row" key={bar.label}>
              <span className="torg-chart__label">{bar.label}</span>
              <svg height="20" width="100%" preserveAspectRatio="none">
                {bar.parts.map(({ series: key, value }) => {
                  const x = (begun / longest) * 100
                  begun += value
                  const tone = series.find((each) => each.key === key)?.tone ?? 'first'
                  return value === 0 ? null : (
                    <rect
                      key={key}
                      x={`${x}%`}
                      width={`${(value / longest) * 100}%`}
                      height="20"
                      className={`torg-series torg-series--${tone}`}
                    />
                  )
                })}
              </svg>
              <span className="torg-chart__value">{total(bar)}</span>
            </div>
          )
        })}
      </div>
      <details className="torg-details">
        <summary>{w.showTable}</summary>
        <div className="torg-chart__table" tabIndex={0} role="group" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{what}</th>
                {series.map(({ key, words }) => (
                  <th scope="col" key={key}>
                    {several ? words : w.columnCount}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.label}>
                  <th scope="row">{bar.label}</th>
                  {series.map(({ key }) => (
                    <td key={key}>
                      {bar.parts
                        .filter((part) => part.series === key)
                        .reduce((sum, { value }) => sum + value, 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
