'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Inbox, InboxNotice } from '../../moderation/notices/inbox.js'
import { fetchJson } from '../fetch-json.js'

/** Said in the window when something was read: whoever shows how much is unread shows it anew. */
export const inboxChanged = 'torg-inbox-changed'

const tell = (unread: number) => window.dispatchEvent(new CustomEvent(inboxChanged, { detail: unread }))

/** Notes that one notice was read, or everything up to it; answers how much is still unread, null where it failed. */
export async function sendRead(notice: string, upTo: boolean): Promise<number | null> {
  const { ok, body } = await fetchJson<{ unread: number }>('/api/inbox/read', {
    method: 'POST',
    body: { notice, upTo },
    // Also while the page is being left, by the way to what the notice is about.
    keepalive: true,
  })
  if (!ok) return null
  tell(body.unread)
  return body.unread
}

/** Somebody's inbox, page by page, and how to mark what was read. */
export function useInbox(unreadOnly: boolean) {
  const [inbox, setInbox] = useState<Inbox | 'loading' | 'failed'>('loading')
  useEffect(() => {
    let here = true
    setInbox('loading')
    void fetchJson<Inbox>(`/api/inbox${unreadOnly ? '?unread=1' : ''}`).then(({ ok, body }) => {
      if (!here) return
      setInbox(ok ? body : 'failed')
      if (ok) tell(body.unread)
    })
    return () => {
      here = false
    }
  }, [unreadOnly])

  const more = useCallback(async (page: number) => {
    const { ok, body } = await fetchJson<Inbox>(`/api/inbox?page=${page}`)
    if (!ok) return
    setInbox((now) =>
      typeof now === 'string' ? now : { ...body, notices: [...now.notices, ...fresh(now, body)] },
    )
  }, [])

  const mark = useCallback(async (notice: string, upTo: boolean): Promise<boolean> => {
    const unread = await sendRead(notice, upTo)
    if (unread === null) return false
    setInbox((now) =>
      typeof now === 'string'
        ? now
        : {
            ...now,
            unread,
            notices: now.notices.map((one) => (upTo || one.id === notice ? { ...one, read: true } : one)),
          },
    )
    return true
  }, [])
  return { inbox, more, mark }
}

/** What came meanwhile pushes older ones onto the next page. */
const fresh = (now: Inbox, { notices }: Inbox): InboxNotice[] =>
  notices.filter(({ id }) => !now.notices.some((one) => one.id === id))
