'use client'

import type { DeskNotice } from '../../moderation/desk.js'
import { happenedLabels } from '../messages/happened.js'
import { timeWords } from '../time-words.js'
import { useWords } from '../use-words.js'

/** What the association was told last; what is new is marked until it is opened. */
export function NoticeList({ notices, zone }: { notices: readonly DeskNotice[]; zone: string }) {
  const { w, label, language } = useWords()
  return (
    <section className="torg-panel" aria-labelledby="torg-desk-notices">
      <h2 id="torg-desk-notices">{w.youWereTold}</h2>
      {notices.length === 0 && <p className="torg-none">{w.noNotices}</p>}
      <ul className="torg-lines">
        {notices.map(({ id, at, action, title, message, read }) => (
          <li key={id}>
            <a href={`/admin/collections/notices/${id}`}>
              {[label((happenedLabels as Record<string, unknown>)[action]) || action, title]
                .filter(Boolean)
                .join(': ')}
            </a>
            {!read && <span className="torg-mark">{w.unread}</span>}
            <span className="torg-about">
              <time dateTime={at}>{timeWords(at, zone, language)}</time>
            </span>
            {message && <p className="torg-next__said">{message}</p>}
          </li>
        ))}
      </ul>
      {notices.length > 0 && (
        <p className="torg-see-all">
          <a href="/admin/collections/notices">{`${w.seeAll}: ${w.youWereTold}`}</a>
        </p>
      )}
    </section>
  )
}
