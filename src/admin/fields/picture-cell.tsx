'use client'

import { Link } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { pictureUrl, type Picture } from './picture.js'

/** A picture in a list: itself, small, and its words as the way to it. Its file has no name that tells anything. */
export function PictureCell({ cellData, rowData }: { cellData?: unknown; rowData?: Picture }) {
  const { w } = useWords()
  if (!rowData) return null
  return (
    <Link className="torg-picture-cell" href={`/admin/collections/media/${rowData.id}`} prefetch={false}>
      <img src={pictureUrl(rowData)} alt="" width={64} height={40} loading="lazy" />
      <span>
        {typeof cellData === 'string' && cellData
          ? cellData
          : rowData.decorative
            ? w.onlyDecoration
            : w.withoutAlt}
      </span>
    </Link>
  )
}
