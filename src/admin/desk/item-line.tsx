'use client'

import type { DeskItem, NextStep } from '../../moderation/desk.js'
import { Badge } from '../fields/badge.js'
import { useWords } from '../use-words.js'
import { isOff, Status } from './coming-list.js'
import { CopyButton } from './copy-button.js'
import type { ItemActions } from './item-list.js'
import { OffAndOn } from './off-and-on.js'
import { stepWords } from './step-words.js'
import { whenWords } from '../when-words.js'

/** Steps at which there is a decision to read and perhaps to appeal against. */
const refused: readonly NextStep[] = [
  'read-rejection',
  'appeal-rejection',
  'wait-appeal',
  'read-removal',
  'appeal-removal',
]

/** One thing that the association has written: what it is, where it stands, and what comes next. */
export function ItemLine({ item, ...actions }: { item: DeskItem } & ItemActions) {
  const { nameOf, onCancel, onCompare, onChanged, onRefused } = actions
  const { w, label, language } = useWords()
  const { id, collection, kind, zone, revision, series, times, said } = item
  const title = item.title ?? w.withoutTitle
  const starts = times[0]?.start ?? item.startsAt
  const when = starts ? whenWords(starts, zone, language, item.allDay) : null
  const about = [kind === 'event' ? w.kindEvent : w.kindPost, when, nameOf(item.organisation)]
  const reason = said?.reason ? label(said.reasonLabel) || said.reason : null
  const next = times.filter((time) => !isOff(time))
  const whole = times.length > 0 && times.every((time) => isOff(time) && (time.bySeries || !series))
  return (
    <li data-step={item.step}>
      <a href={`/admin/collections/${collection}/${id}`}>{title}</a>
      <Badge
        axis={item.step === 'over' || item.step === 'taken-down' ? 'publication' : 'state'}
        value={item.step === 'over' || item.step === 'taken-down' ? item.publication : item.state}
      />
      <span className="torg-about">{about.filter(Boolean).join(' · ')}</span>
      <p className="torg-next">
        {stepWords(item, w, language)}
        {whole && times[0] && <Status time={times[0]} />}
      </p>
      {said && (
        <blockquote className="torg-next__said">
          <strong>{w.deskMunicipalitySays}:</strong>
          {reason && ` ${reason.replace(/\.$/, '')}.`}
          {said.message && ` ${said.message}`}
        </blockquote>
      )}
      <p className="torg-next__do">
        {refused.includes(item.step) && (
          <a href={`/admin/statement/${collection}/${id}`} aria-label={`${w.statementLink}: ${title}`}>
            {w.statementLink}
          </a>
        )}
        {item.page && (
          <a href={item.page} target="_blank" rel="noreferrer">
            {w.asCitizensSeeIt}
          </a>
        )}
        {item.change && (
          <button
            type="button"
            className="torg-button torg-button--small"
            onClick={() => onCompare(item)}
            aria-label={`${w.deskBoth}: ${title}`}
          >
            {w.deskBoth}
          </button>
        )}
        {(next.length > 0 || whole) && (
          <OffAndOn
            event={{ id, title, revision }}
            when={when ?? ''}
            off={whole}
            occurrence={null}
            onCancel={() => onCancel({ id, title, revision, zone, series, times: next })}
            onChanged={onChanged}
            onRefused={onRefused}
          />
        )}
        {kind === 'event' && item.publication !== 'none' && <CopyButton id={id} title={title} />}
      </p>
    </li>
  )
}
