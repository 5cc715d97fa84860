'use client'

import { useEffect, useState } from 'react'
import { useKinds, type UseKind } from '../../../privacy/use/use-counter.js'
import { fetchJson } from '../../fetch-json.js'
import { useKindLabels, useLabels } from '../../messages/use.js'
import { useWords } from '../../use-words.js'

interface UseDay {
  day: string
  counts: Partial<Record<UseKind, number>>
}

const sumOf = (days: readonly UseDay[], kind: UseKind): number =>
  days.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)

/** How much of the municipality's feed and pages was read, by kind: sums of days that are large enough to be told. */
export function UseTable({ municipality }: { municipality: string }) {
  const { label } = useWords()
  const [found, setFound] = useState<{ since: string; days: UseDay[] } | null>(null)
  useEffect(() => {
    let here = true
    const query = new URLSearchParams({ municipality })
    void fetchJson<{ since: string; days: UseDay[] }>(`/api/use?${query}`).then(({ ok, body }) => {
      if (here && ok) setFound(body)
    })
    return () => {
      here = false
    }
  }, [municipality])
  if (!found) return null
  const week = new Date(Date.parse(found.since) + 21 * 86_400_000).toISOString().slice(0, 10)
  const latest = found.days.filter(({ day }) => day > week)
  const used = useKinds.filter((kind) => sumOf(found.days, kind) > 0)
  return (
    <section className="torg-panel" aria-labelledby="torg-use">
      <h2 id="torg-use">{label(useLabels.title)}</h2>
      <p className="torg-about">{label(useLabels.why)}</p>
      {used.length === 0 ? (
        <p className="torg-none">{label(useLabels.none)}</p>
      ) : (
        <table className="torg-log__entries">
          <thead>
            <tr>
              <th scope="col">{label(useLabels.what)}</th>
              <th scope="col">{label(useLabels.week)}</th>
              <th scope="col">{label(useLabels.month)}</th>
            </tr>
          </thead>
          <tbody>
            {used.map((kind) => (
              <tr key={kind}>
                <td data-label={label(useLabels.what)}>{label(useKindLabels[kind])}</td>
                <td data-label={label(useLabels.week)}>{sumOf(latest, kind)}</td>
                <td data-label={label(useLabels.month)}>{sumOf(found.days, kind)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
