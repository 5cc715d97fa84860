'use client'

import { useEffect, useRef } from 'react'
import type { ReviewItem } from '../../../moderation/review-item.js'
import type { ActionList } from '../../actions/action-list.js'
import { showsState } from '../../actions/shows-state.js'
import { Badge } from '../../fields/badge.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'
import { outWords } from '../out-words.js'
import { briefTime, clockWords, kindWords, reasonWords, startForClock, startWords } from '../waiting-words.js'

/** What is open, why it waits and how long there is. The focus goes to its heading, so that it is read out. */
export function ItemHead({ item, list }: { item: ReviewItem; list: ActionList }) {
  const { w, language } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [item.collection, item.id])
  const now = new Date()
  const clock = clockWords(
    item.dueAt,
    now,
    item.municipality,
    w,
    startForClock(item, now, item.municipality.zone, language),
  )
  const starts = startWords(item, now, item.municipality.zone, language, w)
  const since = item.since && briefTime(item.since, now, item.municipality.zone, language)
  const own = item.kind === 'organisation'
  return (
    <header className="torg-item__head">
      <h1 ref={heading} tabIndex={-1}>
        {item.title || w.withoutTitle}
      </h1>
      <p className="torg-about">
        {[
          String(w[kindWords[item.kind]]),
          own ? null : item.organisation.name,
          starts,
          since && fill(item.reason === 'confirmation' ? w.overdueSince : w.waitedSince, { at: since }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="torg-item__marks">
        {clock && <span className={`torg-clock torg-clock--${clock.tone}`}>{clock.words}</span>}
        {item.reason && item.reason !== 'decision' ? (
          <span className="torg-badge torg-badge--waiting">{String(w[reasonWords[item.reason]])}</span>
        ) : (
          showsState(list) && <Badge axis="state" value={list.state} />
        )}
        {item.reason === 'decision' && item.change ? (
          <span className="torg-badge">{w.reasonChange}</span>
        ) : (
          list.publication !== 'none' && <Badge axis="publication" value={list.publication} />
        )}
        {outWords(item.wentOut, { now, zone: item.zone, language }, w).map((words) => (
          <span className="torg-badge torg-badge--warning" key={words}>
            {words}
          </span>
        ))}
        {item.claim && (
          <span className="torg-badge">
            {item.claim.mine ? w.claimedByMe : fill(w.claimedBy, { who: item.claim.by ?? w.someone })}
          </span>
        )}
        {list.page && (
          <a href={list.page} target="_blank" rel="noreferrer">
            {w.asCitizensSeeIt}
          </a>
        )}
        {/* Whoever decides here reads the log of its decisions. */}
        <a href={`/admin/log?municipality=${item.municipality.id}&document=${item.id}`}>{w.showInLog}</a>
      </p>
    </header>
  )
}
