'use client'

import type { LinkRemark } from '../../../moderation/link-form.js'
import type { ReviewItem, ReviewPicture } from '../../../moderation/review-item.js'
import type { ActionList } from '../../actions/action-list.js'
import { useFields } from '../../changes.js'
import { Badge } from '../../fields/badge.js'
import type { Messages } from '../../messages/en.js'
import { faultSentence } from '../../problem-words.js'
import { fieldTitle } from '../../read-values.js'
import { dayWords } from '../../time-words.js'
import { useWords } from '../../use-words.js'
import { whenWords } from '../../when-words.js'
import { fill } from '../fill.js'

const linkWords: Record<LinkRemark, keyof Messages> = {
  unreadable: 'linkUnreadable',
  'not-encrypted': 'linkNotEncrypted',
  'number-for-a-name': 'linkNumber',
  'hides-its-goal': 'linkHides',
  'looks-alike': 'linkAlike',
}

/** What somebody should look at twice before deciding: findings, faults, possible doubles, links and pictures. */
export function WorthALook({ item, list }: { item: ReviewItem; list: ActionList }) {
  const { w, language } = useWords()
  const fields = useFields(item.collection)
  const now = new Date()
  const said = ({ field, ...fault }: { field: string; code: string; message: string }) =>
    `${fieldTitle(fields, field, language)}: ${faultSentence({ field, ...fault }, language)}`
  const links = item.links.filter(({ remarks }) => remarks.length > 0)
  const pictures = item.pictures.flatMap(
    (picture) => pictureRemark(picture, now, w, (day) => dayWords(day, language)) ?? [],
  )
  const nothing =
    list.findings.length + item.faults.length + item.similar.length + links.length + pictures.length === 0
  if (nothing && item.links.length === 0) {
    return <p className="torg-worth--nothing">{`${w.worthALook}: ${w.nothingToLookAt}`}</p>
  }
  return (
    <section className="torg-panel torg-worth" aria-labelledby="torg-worth">
      <h2 id="torg-worth">{w.worthALook}</h2>
      {item.faults.length > 0 && (
        <>
          <h3>{w.mustBeMended}</h3>
          <ul>
            {item.faults.map((fault) => (
              <li key={`${fault.field} ${fault.code}`}>{said(fault)}</li>
            ))}
          </ul>
        </>
      )}
      <ul>
        {list.findings.map((fault, at) => (
          <li key={at} data-mark={fault.code === 'missing' ? undefined : 'warning'}>
            {said(fault)}
          </li>
        ))}
        {item.similar.map((other) => (
          <li key={other.id} data-mark="warning">
            {w.maybeTwice}{' '}
            <a href={`/admin/moderation?open=events/${other.id}`} target="_blank" rel="noreferrer">
              {other.title || w.withoutTitle}
            </a>{' '}
            {other.startsAt &&
              `(${whenWords(other.startsAt, other.zone ?? item.zone, language, other.allDay)})`}{' '}
            <Badge axis="state" value={other.state} />
          </li>
        ))}
        {links.map(({ url, host, remarks }) => (
          <li key={url} data-mark="warning">
            {remarks.map((remark) => String(w[linkWords[remark]])).join(' ')} <span>{host ?? url}</span>
          </li>
        ))}
        {pictures.map((words, index) => (
          <li key={`${index} ${words}`} data-mark="warning">
            {words}
          </li>
        ))}
      </ul>
      {item.links.length > 0 && (
        <details className="torg-details">
          <summary>{`${w.links} (${item.links.length})`}</summary>
          <ul>
            {item.links.map(({ url, host }) => (
              <li key={url}>
                {host ? (
                  <a href={url} target="_blank" rel="noreferrer noopener">
                    {url}
                  </a>
                ) : (
                  url
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** What a picture needs that it has not: words for those who cannot see it, or a consent that holds. */
function pictureRemark(
  { alt, decorative, peopleShown, consentUntil }: ReviewPicture,
  now: Date,
  w: Messages,
  day: (day: string) => string,
): string | null {
  if (!decorative && !alt) return w.pictureWithoutAlt
  if (peopleShown !== 'consent-held') return null
  if (!consentUntil) return w.pictureConsentOpen
  if (new Date(consentUntil) <= now) return w.pictureConsentOver
  return fill(w.pictureOfPeople, { at: day(consentUntil.slice(0, 10)) })
}
