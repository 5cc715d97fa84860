'use client'

import type { QueueRow } from '../../../moderation/queue.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'
import { outWords } from '../out-words.js'
import { briefTime, clockWords, kindWords, reasonWords, startForClock, startWords } from '../waiting-words.js'
import { keyOf } from './lines.js'

interface QueueLineProps {
  row: QueueRow
  place: { country: string; zone: string }
  now: Date
  selected: boolean
  onSelect: (on: boolean) => void
  onOpen: () => void
}

/** One thing that waits: what it is, whose, when it starts, how long there is left, and who reads it. */
export function QueueLine({ row, place, now, selected, onSelect, onOpen }: QueueLineProps) {
  const { w, language } = useWords()
  const title = row.title || w.withoutTitle
  const clock = clockWords(row.dueAt, now, place, w, startForClock(row, now, place.zone, language))
  const starts = startWords(row, now, place.zone, language, w)
  const since = row.since && briefTime(row.since, now, place.zone, language)
  const own = row.kind === 'organisation'
  const about = [String(w[kindWords[row.kind]]), own ? null : row.organisation?.name]
    .filter(Boolean)
    .join(' · ')
  const waited = since && fill(row.reason === 'confirmation' ? w.overdueSince : w.waitedSince, { at: since })
  return (
    <li className="torg-queue__line" data-selected={selected || undefined}>
      <label className="torg-queue__box">
        <input
          type="checkbox"
          checked={selected}
          aria-label={fill(w.selectOne, { title })}
          onChange={(event) => onSelect(event.target.checked)}
        />
      </label>
      <div className="torg-queue__what">
        <a
          href={`?open=${keyOf(row)}`}
          data-queue-key={keyOf(row)}
          onClick={(event) => {
            // Another tab is the browser's business.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            onOpen()
          }}
        >
          {title}
        </a>
        <span className="torg-about">{about}</span>
      </div>
      <div className="torg-queue__when">
        {starts && <span>{starts}</span>}
        {waited && <span className="torg-about">{waited}</span>}
      </div>
      <div className="torg-queue__marks">
        {clock && <span className={`torg-clock torg-clock--${clock.tone}`}>{clock.words}</span>}
        {row.reason !== 'decision' && (
          <span className="torg-badge torg-badge--waiting">{String(w[reasonWords[row.reason]])}</span>
        )}
        {row.reason === 'decision' && row.change && <span className="torg-badge">{w.reasonChange}</span>}
        {outWords(row.wentOut, { now, zone: row.zone ?? place.zone, language }, w).map((words) => (
          <span className="torg-badge torg-badge--warning" key={words}>
            {words}
          </span>
        ))}
        {row.flagged && <span className="torg-badge torg-badge--warning">{w.flagged}</span>}
        {row.claim && (
          <span className="torg-badge">
            {row.claim.mine ? w.claimedByMe : fill(w.claimedBy, { who: row.claim.by ?? w.someone })}
          </span>
        )}
      </div>
    </li>
  )
}
