'use client'

import { happenedLabels } from '../../../moderation/notices/happened.js'
import type { ThreadEntry } from '../../../moderation/review-item.js'
import { announcedWords } from '../out-words.js'
import { briefTime } from '../waiting-words.js'
import { useWords } from '../../use-words.js'

/** What author and municipality said to each other and what was decided, the newest last. */
export function Thread({
  thread,
  zone,
  organisation,
}: {
  thread: readonly ThreadEntry[]
  zone: string
  organisation: string
}) {
  const { w, language, label } = useWords()
  return (
    <section className="torg-panel" aria-labelledby="torg-thread">
      <h2 id="torg-thread">{w.thread}</h2>
      {thread.length === 0 && <p className="torg-none">{w.threadEmpty}</p>}
      <ol className="torg-thread">
        {thread.map((entry, index) => {
          const who =
            entry.side === 'organisation' ? organisation : entry.side === 'automatic' ? w.byRule : entry.by
          return (
            <li key={`${entry.at} ${index}`} data-side={entry.side}>
              <p>
                <strong>
                  {label((happenedLabels as Record<string, unknown>)[entry.action]) || entry.action}
                </strong>
                {who && <span>{who}</span>}
                <time dateTime={entry.at}>{briefTime(entry.at, new Date(), zone, language)}</time>
              </p>
              {entry.announced && (
                <p>{announcedWords(entry.announced, { now: new Date(), zone, language }, w)}</p>
              )}
              {entry.reason && <p>{`${w.reason}: ${label(entry.reasonLabel) || entry.reason}`}</p>}
              {entry.message && <blockquote>{entry.message}</blockquote>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
