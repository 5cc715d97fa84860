'use client'

import { timeWords } from '../time-words.js'
import { Link } from '../ui-kit.js'
import { useAccountZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { pictureUrl, type PictureWithConsent } from './picture.js'

/** A picture in a list: itself, small, and its words as the way to it. Its file has no name that tells anything. */
export function PictureCell({ cellData, rowData }: { cellData?: unknown; rowData?: PictureWithConsent }) {
  const { w, language } = useWords()
  const zone = useAccountZone()
  if (!rowData) return null
  const until = rowData.peopleShown === 'consent-held' ? rowData.consent?.validUntil : null
  const over = until ? Date.parse(until) <= Date.now() : false
  return (
    <Link className="torg-picture-cell" href={`/admin/collections/media/${rowData.id}`} prefetch={false}>
      {!rowData.withdrawn && <img src={pictureUrl(rowData)} alt="" width={64} height={40} loading="lazy" />}
      <span>
        {typeof cellData === 'string' && cellData
          ? cellData
          : rowData.decorative
            ? w.onlyDecoration
            : rowData.withdrawn
              ? null
              : w.withoutAlt}
        {rowData.withdrawn && <span className="torg-badge torg-badge--stop">{w.consentIsTakenBack}</span>}
        {!rowData.withdrawn && until && (
          <span className={over ? 'torg-fault' : 'torg-help'}>
            {`${over ? w.consentOverSince : w.consentHoldsUntil} ${timeWords(until, zone, language)}`}
          </span>
        )}
      </span>
    </Link>
  )
}
