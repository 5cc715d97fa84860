'use client'

import { mostCounted, noticesKept } from '../../moderation/notices/inbox.js'
import { Announcer, useAnnounce } from '../moderation/use-announce.js'
import { useAddress } from '../moderation/use-address.js'
import { toast } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { NoticeEntry } from './notice-entry.js'
import { useInbox } from './use-inbox.js'
import { useInboxWords } from './use-inbox-words.js'

/** What an account and its organisations were told, the newest first. */
export const InboxApp = () => (
  <Announcer>
    <InboxPage />
  </Announcer>
)

function InboxPage() {
  const { w } = useWords()
  const { say } = useInboxWords()
  const announce = useAnnounce()
  const [search, change] = useAddress()
  const unreadOnly = search.get('show') === 'unread'
  const { inbox, more, mark } = useInbox(unreadOnly)
  const tell = (sentence: string) => {
    announce(sentence)
    toast.success(sentence)
  }
  const complain = (sentence: string) => {
    announce(sentence)
    toast.error(sentence)
  }
  const loaded = typeof inbox === 'string' ? null : inbox
  const newest = loaded?.notices[0]
  const unread = loaded?.unread ?? 0
  return (
    <div className="torg-inbox">
      <h1>{say('title')}</h1>
      <p className="torg-about">{`${say('intro', { n: noticesKept })} ${say('ownReading')}`}</p>
      <p>
        <a href="/admin/account">{say('settings')}</a>
      </p>
      <div className="torg-buttons" role="group" aria-label={say('show')}>
        <button
          type="button"
          className="torg-button"
          aria-pressed={!unreadOnly}
          onClick={() => change({ show: null })}
        >
          {say('all')}
        </button>
        <button
          type="button"
          className="torg-button"
          aria-pressed={unreadOnly}
          onClick={() => change({ show: 'unread' })}
        >
          {say('onlyUnread', { n: unread > mostCounted ? `${mostCounted}+` : unread })}
        </button>
        {newest && unread > 0 && (
          <button
            type="button"
            className="torg-button torg-button--primary"
            onClick={() => void mark(newest.id, true).then((done) => done && tell(say('markedAll')))}
          >
            {say('markAll')}
          </button>
        )}
      </div>
      {inbox === 'loading' && <p role="status">{w.loading}</p>}
      {inbox === 'failed' && (
        <p className="torg-fault" role="alert">
          {w.couldNotLoad}
        </p>
      )}
      {loaded?.notices.length === 0 && (
        <p className="torg-none">{unreadOnly ? say('noneUnread') : say('none')}</p>
      )}
      {loaded && (
        <ol className="torg-inbox__list">
          {loaded.notices.map((notice) => (
            <NoticeEntry
              key={notice.id}
              notice={notice}
              zone={loaded.zone}
              onRead={() => (notice.read ? Promise.resolve(true) : mark(notice.id, false))}
              onSay={tell}
              onFault={complain}
            />
          ))}
        </ol>
      )}
      {loaded?.more && (
        <button type="button" className="torg-button" onClick={() => void more(loaded.more!)}>
          {say('older')}
        </button>
      )}
    </div>
  )
}
