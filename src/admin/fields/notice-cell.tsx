'use client'

import { happenedLabels } from '../messages/happened.js'
import { useWords } from '../use-words.js'

/** What a notice is about, as the way into it. */
export function NoticeCell({ cellData, rowData }: { cellData?: unknown; rowData?: { id?: unknown } }) {
  const { label } = useWords()
  return (
    <a className="torg-title" href={`/admin/collections/notices/${String(rowData?.id)}`}>
      {label((happenedLabels as Record<string, unknown>)[String(cellData)]) || String(cellData ?? '')}
    </a>
  )
}
