'use client'

import { useEffect, useState } from 'react'
import type { QueueRow } from '../../moderation/queue.js'
import { fetchJson } from '../fetch-json.js'
import { useCounts } from '../moderation/queue/use-counts.js'
import { keyOf } from '../moderation/queue/lines.js'
import { clockWords, kindWords, reasonWords, startForClock, startWords } from '../moderation/waiting-words.js'
import { outWords } from '../moderation/out-words.js'
import { useSettings } from '../use-municipality.js'
import { useWords } from '../use-words.js'

const shownAtMost = 12

interface QueuePanelProps {
  /** A municipality's id. */
  municipality: string
  /** Where there are several, each is named. */
  named: boolean
}

/** The beginning of the one queue of a municipality, with its own order, clocks and counts. */
export function QueuePanel({ municipality, named }: QueuePanelProps) {
  const { w, language } = useWords()
  const [page, setPage] = useState<{ items: QueueRow[] } | 'failed' | null>(null)
  useEffect(() => {
    let current = true
    void fetchJson<{ items: QueueRow[] }>(
      `/api/moderation/queue?municipality=${municipality}&limit=${shownAtMost}`,
    ).then(({ ok, body }) => current && setPage(ok ? body : 'failed'))
    return () => {
      current = false
    }
  }, [municipality])
  const found = page === 'failed' ? null : page
  const place = useSettings(municipality)
  const all = useCounts(municipality).reduce((sum, { count }) => sum + count, 0)
  const now = new Date()
  const id = `torg-waits-${municipality}`
  return (
    <section className="torg-panel" aria-labelledby={id} aria-busy={page === null}>
      <h2 id={id}>
        {[w.tabQueue, named && place?.name].filter(Boolean).join(': ')}{' '}
        {all > 0 && <span className="torg-count">{all}</span>}
      </h2>
      {page === 'failed' && <p className="torg-fault">{w.couldNotLoad}</p>}
      {found?.items.length === 0 && <p className="torg-none">{w.queueEmpty}</p>}
      {found && place && (
        <ul className="torg-lines">
          {found.items.map((row) => {
            const clock = clockWords(row.dueAt, now, place, w, startForClock(row, now, place.zone, language))
            const own = row.kind === 'organisation'
            return (
              <li key={`${keyOf(row)} ${row.reason}`}>
                <a href={`/admin/moderation?municipality=${municipality}&open=${keyOf(row)}`}>
                  {row.title || w.withoutTitle}
                </a>
                <span className="torg-about">
                  {[
                    String(w[kindWords[row.kind]]),
                    startWords(row, now, place.zone, language, w),
                    own ? null : row.organisation?.name,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="torg-queue__marks">
                  {clock && <span className={`torg-clock torg-clock--${clock.tone}`}>{clock.words}</span>}
                  {row.reason !== 'decision' && (
                    <span className="torg-badge torg-badge--waiting">
                      {String(w[reasonWords[row.reason]])}
                    </span>
                  )}
                  {outWords(row.wentOut, { now, zone: row.zone ?? place.zone, language }, w).map((words) => (
                    <span className="torg-badge torg-badge--warning" key={words}>
                      {words}
                    </span>
                  ))}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <p className="torg-see-all">
        <a href={`/admin/moderation?municipality=${municipality}`}>{w.showAllThatWaits}</a>
      </p>
    </section>
  )
}
