'use client'

import { useEffect, useState } from 'react'
import type { QueueRow } from '../../moderation/queue.js'
import { fetchJson } from '../fetch-json.js'
import { useCounts } from '../moderation/queue/use-counts.js'
import { keyOf } from '../moderation/queue/lines.js'
import { clockWords, kindWords, reasonWords, startWords } from '../moderation/waiting-words.js'
import { useSettings } from '../use-municipality.js'
import { useWords } from '../use-words.js'

const shownAtMost = 12

/** The beginning of the one queue, with its own order and counts: nothing that waits is missing from the overview. */
export function QueuePanel() {
  const { w, language } = useWords()
  const [page, setPage] = useState<{ municipality: string; items: QueueRow[] } | 'failed' | null>(null)
  useEffect(() => {
    let current = true
    void fetchJson<{ municipality: string; items: QueueRow[] }>(
      `/api/moderation/queue?limit=${shownAtMost}`,
    ).then(({ ok, body }) => current && setPage(ok ? body : 'failed'))
    return () => {
      current = false
    }
  }, [])
  const found = page === 'failed' ? null : page
  const place = useSettings(found?.municipality ?? null)
  const all = useCounts(null).reduce((sum, { count }) => sum + count, 0)
  const now = new Date()
  return (
    <section className="torg-panel" aria-labelledby="torg-waits" aria-busy={page === null}>
      <h2 id="torg-waits">
        {w.tabQueue} {all > 0 && <span className="torg-count">{all}</span>}
      </h2>
      {page === 'failed' && <p className="torg-fault">{w.couldNotLoad}</p>}
      {found?.items.length === 0 && <p className="torg-none">{w.queueEmpty}</p>}
      {found && place && (
        <ul className="torg-lines">
          {found.items.map((row) => {
            const clock = clockWords(row.dueAt, now, place, w)
            const own = row.kind === 'organisation'
            return (
              <li key={`${keyOf(row)} ${row.reason}`}>
                <a href={`/admin/moderation?open=${keyOf(row)}`}>{row.title || w.withoutTitle}</a>
                <span className="torg-about">
                  {[
                    String(w[kindWords[row.kind]]),
                    startWords(row, now, place.zone, language, w),
                    own ? null : row.organisation?.name,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="torg-about">
                  {clock && <span className={`torg-clock torg-clock--${clock.tone}`}>{clock.words}</span>}{' '}
                  {row.reason !== 'decision' && (
                    <span className="torg-badge torg-badge--waiting">
                      {String(w[reasonWords[row.reason]])}
                    </span>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <p className="torg-see-all">
        <a href="/admin/moderation">{w.showAllThatWaits}</a>
      </p>
    </section>
  )
}
