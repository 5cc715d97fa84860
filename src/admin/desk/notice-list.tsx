'use client'

import type { InboxNotice } from '../../moderation/notices/inbox.js'
import { useInboxWords } from '../inbox/use-inbox-words.js'
import { timeWords } from '../time-words.js'
import { useWords } from '../use-words.js'

/** What the association was told last; what is new is marked until it is read in the inbox. */
export function NoticeList({ notices, zone }: { notices: readonly InboxNotice[]; zone: string }) {
  const { w, language } = useWords()
  const { say, headline } = useInboxWords()
  return (
    <section className="torg-panel" aria-labelledby="torg-desk-notices">
      <h2 id="torg-desk-notices">{w.youWereTold}</h2>
      {notices.length === 0 && <p className="torg-none">{w.noNotices}</p>}
      <ul className="torg-lines">
        {notices.map((notice) => (
          <li key={notice.id}>
            <a href={`/admin/notices#n-${notice.id}`}>{headline(notice)}</a>
            {!notice.read && <span className="torg-mark">{say('unread')}</span>}
            <span className="torg-about">
              <time dateTime={notice.at}>{timeWords(notice.at, zone, language)}</time>
            </span>
            {notice.message && <p className="torg-next__said">{notice.message}</p>}
          </li>
        ))}
      </ul>
      {notices.length > 0 && (
        <p className="torg-see-all">
          <a href="/admin/notices">{`${w.seeAll}: ${w.youWereTold}`}</a>
        </p>
      )}
    </section>
  )
}
