'use client'

import { Link } from '../ui-kit.js'
import { useWords } from '../use-words.js'

interface CellProps {
  cellData?: unknown
  collectionSlug?: string
  rowData?: { id?: unknown; listedForReview?: unknown }
}

/** The title leads to the document; what went out unread is marked, because nobody has looked at it yet. */
export function TitleCell({ cellData, collectionSlug, rowData }: CellProps) {
  const { w } = useWords()
  return (
    <>
      <Link
        className="torg-title"
        href={`/admin/collections/${collectionSlug}/${String(rowData?.id)}`}
        prefetch={false}
      >
        {typeof cellData === 'string' && cellData ? cellData : w.withoutTitle}
      </Link>
      {rowData?.listedForReview === true && <span className="torg-mark">{w.readAfterwards}</span>}
    </>
  )
}
