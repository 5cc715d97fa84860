'use client'

import { useEffect, useState } from 'react'
import { mostCounted } from '../../moderation/notices/inbox.js'
import { fetchJson } from '../fetch-json.js'
import { inboxChanged } from '../inbox/use-inbox.js'
import { useInboxWords } from '../inbox/use-inbox-words.js'

const everyMinute = 60_000

/** The way to the inbox, with how much of it is unread: read at first and each minute while the page is seen. */
export function InboxLink() {
  const { say } = useInboxWords()
  const [unread, setUnread] = useState(0)
  useEffect(() => {
    const read = async () => {
      if (document.visibilityState === 'hidden') return
      const { ok, body } = await fetchJson<{ unread: number }>('/api/inbox/count')
      if (ok) setUnread(body.unread)
    }
    // The inbox itself tells how much is unread.
    if (window.location.pathname !== '/admin/notices') void read()
    const timer = setInterval(() => void read(), everyMinute)
    const told = (event: Event) => setUnread((event as CustomEvent<number>).detail)
    const seen = () => void read()
    window.addEventListener(inboxChanged, told)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      window.removeEventListener(inboxChanged, told)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [])
  return (
    <a className="torg-home" href="/admin/notices">
      {say('title')}
      {unread > 0 && (
        <span className="torg-count">
          {unread === 1
            ? say('unreadOne')
            : say('unreadCount', { n: unread > mostCounted ? `${mostCounted}+` : unread })}
        </span>
      )}
    </a>
  )
}
