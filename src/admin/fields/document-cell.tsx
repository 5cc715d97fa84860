'use client'

import { useEffect, useState } from 'react'
import { fetchOnce } from '../fetch-json.js'
import { logWords } from '../messages/log-words.js'
import { Link } from '../ui-kit.js'
import { useWords } from '../use-words.js'

/** Where the documents of a kind, as log and notices name it, stand in the admin. */
export const collectionOfKind: Record<string, string> = {
  event: 'events',
  post: 'posts',
  organisation: 'organisations',
  place: 'places',
  category: 'categories',
  municipality: 'municipalities',
  media: 'media',
  webhook: 'webhooks',
}

interface Named {
  title?: string | null
  name?: string | null
  code?: string | null
}

/** What a log entry is about: by its title as it is now, where this account may read it and it is still there. */
export function DocumentCell({ cellData, rowData }: { cellData?: unknown; rowData?: { kind?: unknown } }) {
  const { label, w } = useWords()
  const kind = String(rowData?.kind ?? '')
  const id = String(cellData ?? '')
  const [found, setFound] = useState<Named | null>(null)
  const url = collectionOfKind[kind] && id ? `/api/${collectionOfKind[kind]}/${id}?depth=0` : null
  useEffect(() => {
    let current = true
    if (url) void fetchOnce<Named>(url).then((answer) => current && setFound(answer ?? null))
    return () => {
      current = false
    }
  }, [url])
  const what = label(logWords.kind?.[kind]) || kind
  // Whoever may not read the document, such as an auditor, still tells one from another.
  if (!found) return <span>{`${what} …${id.slice(-6)}`}</span>
  return (
    <Link className="torg-title" href={`/admin/collections/${collectionOfKind[kind]}/${id}`} prefetch={false}>
      {`${what}: ${found.title || found.name || found.code || w.withoutTitle}`}
    </Link>
  )
}
