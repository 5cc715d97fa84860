'use client'

import { useEffect, useRef, useState } from 'react'
import { eventStatusLabels } from '../../calendar/event-status-labels.js'
import type { ComingTime, DeskTime } from '../../moderation/desk.js'
import { reasonLists } from '../../moderation/reasons.js'
import { useWords } from '../use-words.js'
import type { Cancelling } from './cancel-dialogue.js'
import { OffAndOn } from './off-and-on.js'
import { whenWords } from '../when-words.js'

interface ComingProps {
  coming: readonly ComingTime[]
  nameOf: (organisation: string) => string | null
  onCancel: (cancelling: Cancelling) => void
  onChanged: (sentence: string, title: string) => Promise<void>
  onRefused: () => Promise<unknown>
}

/** So many of the coming times are shown at first: on a telephone what is to be done stands below them. */
const first = 4

/** What takes place in the coming days, each with the button that calls it off. */
export function ComingList({ coming, nameOf, onCancel, onChanged, onRefused }: ComingProps) {
  const { w, language } = useWords()
  const [whole, setWhole] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // The button is gone; reading goes on with the first that it brought.
    if (whole) list.current?.querySelectorAll<HTMLElement>('li > a')[first]?.focus()
  }, [whole])
  return (
    <section className="torg-panel" aria-labelledby="torg-coming">
      <h2 id="torg-coming">{w.deskComing}</h2>
      {coming.length === 0 && <p className="torg-none">{w.deskComingNone}</p>}
      <ul className="torg-lines torg-coming" ref={list}>
        {coming.slice(0, whole ? undefined : first).map((time) => {
          const { id, title, revision, zone, occurrence, place, organisation } = time
          const when = whenWords(time.start, zone, language)
          const off = isOff(time)
          return (
            <li key={`${id} ${time.occurrence}`} data-off={off || undefined}>
              <p className="torg-coming__when">
                <time dateTime={time.start}>{when}</time>
                <Status time={time} />
              </p>
              <a href={`/admin/collections/events/${id}`}>{title}</a>
              <span className="torg-about">{[place, nameOf(organisation)].filter(Boolean).join(' · ')}</span>
              <OffAndOn
                event={{ id, title, revision }}
                when={when}
                off={off}
                occurrence={time.bySeries ? null : occurrence}
                large
                onCancel={() =>
                  onCancel({ id, title, revision, zone, series: occurrence !== null, times: [time] })
                }
                onChanged={onChanged}
                onRefused={onRefused}
              />
            </li>
          )
        })}
      </ul>
      {!whole && coming.length > first && (
        <button type="button" className="torg-button" onClick={() => setWhole(true)}>
          {w.showMore}
          <span className="torg-hidden">: {w.deskComing}</span>
        </button>
      )}
    </section>
  )
}

export const isOff = ({ status }: Pick<DeskTime, 'status'>): boolean =>
  status === 'cancelled' || status === 'postponed'

/** That a time does not take place as planned, and why. */
export function Status({ time: { status, reason } }: { time: Pick<DeskTime, 'status' | 'reason'> }) {
  const { label } = useWords()
  const words = (eventStatusLabels as Record<string, unknown>)[status]
  if (!words) return null
  const why = reason ? label((reasonLists.announcement as Record<string, unknown>)[reason]) : ''
  return (
    <>
      <span className={`torg-badge torg-badge--${isOff({ status }) ? 'stop' : 'warning'}`}>
        {label(words)}
      </span>
      {why && <span className="torg-help">{why}</span>}
    </>
  )
}
