'use client'

import type { PublicRow } from '../../../moderation/public-list.js'
import { Badge } from '../../fields/badge.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'
import { outWords } from '../out-words.js'
import { keyOf } from '../queue/lines.js'
import type { Pages } from '../queue/use-queue.js'
import { type Shortcuts, useShortcuts } from '../use-shortcuts.js'
import { briefTime, kindWords } from '../waiting-words.js'

interface PublicListProps {
  pages: Pages<PublicRow>
  municipality: MunicipalitySettings | null
  keys: boolean
  shortcuts: Shortcuts
  onOpen: (row: PublicRow) => void
}

const line = (key: string): HTMLElement | null =>
  document.querySelector(`[data-queue-key="${CSS.escape(key)}"]`)

/** What is public, one line each, to be opened and acted upon. */
export function PublicList({ pages, municipality, keys, shortcuts, onOpen }: PublicListProps) {
  const { w } = useWords()
  const { rows, state, hasMore } = pages
  const step = (by: number) => () => {
    const at = rows.findIndex((row) => line(keyOf(row)) === document.activeElement)
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) line(keyOf(next))?.focus()
    pages.near(at + by)
  }
  useShortcuts({ ...shortcuts, next: step(1), previous: step(-1) }, keys)
  if (state === 'failed') {
    return (
      <div className="torg-panel" role="alert">
        <p>{w.couldNotLoad}</p>
        <button type="button" className="torg-button" onClick={() => void pages.reload()}>
          {w.tryAgain}
        </button>
      </div>
    )
  }
  if (rows.length === 0 && (state === 'loading' || hasMore)) return <p className="torg-none">{w.loading}</p>
  if (rows.length === 0) return <p className="torg-panel torg-empty">{w.publicEmpty}</p>
  return (
    <>
      <ul className="torg-queue torg-queue--public" aria-label={w.tabPublic}>
        {rows.map((row) => (
          <Line
            key={keyOf(row)}
            row={row}
            zone={municipality?.zone ?? 'Europe/Stockholm'}
            onOpen={() => onOpen(row)}
          />
        ))}
      </ul>
      {hasMore && (
        <button type="button" className="torg-button" onClick={() => void pages.readMore()}>
          {w.showMore}
        </button>
      )}
    </>
  )
}

function Line({ row, zone, onOpen }: { row: PublicRow; zone: string; onOpen: () => void }) {
  const { w, language } = useWords()
  const at = (instant: string | null, allDay = false) =>
    instant && briefTime(instant, new Date(), row.zone ?? zone, language, allDay)
  const date = at(row.dateAt, row.allDay)
  const when = date && fill(row.kind === 'event' ? w.takesPlace : w.wentOutAt, { at: date })
  const changed = row.changedAt && fill(w.changedAt, { at: at(row.changedAt) ?? '' })
  return (
    <li className="torg-queue__line">
      <div className="torg-queue__what">
        <a
          href={`?open=${keyOf(row)}`}
          data-queue-key={keyOf(row)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            onOpen()
          }}
        >
          {row.title || w.withoutTitle}
        </a>
        <span className="torg-about">
          {[String(w[kindWords[row.kind]]), row.organisation?.name].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className="torg-queue__when">
        {when && <span>{when}</span>}
        {changed && <span className="torg-about">{changed}</span>}
      </div>
      <div className="torg-queue__marks">
        <Badge axis="publication" value={row.publication} />
        {row.pinned && <span className="torg-badge">{w.pinnedMark}</span>}
        {outWords(row.wentOut, { now: new Date(), zone: row.zone ?? zone, language }, w).map((words) => (
          <span className="torg-badge torg-badge--warning" key={words}>
            {words}
          </span>
        ))}
      </div>
    </li>
  )
}
