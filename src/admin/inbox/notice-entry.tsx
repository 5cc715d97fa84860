'use client'

import { useRef, useState } from 'react'
import type { InboxNotice } from '../../moderation/notices/inbox.js'
import { nextStepLabels } from '../../moderation/notices/next-steps.js'
import { Changes } from '../changes.js'
import { fetchJson } from '../fetch-json.js'
import { collectionOfKind } from '../fields/document-cell.js'
import { logWords } from '../messages/log-words.js'
import { faultWords } from '../problem-words.js'
import { timeWords } from '../time-words.js'
import { useInboxWords } from './use-inbox-words.js'

interface EntryProps {
  notice: InboxNotice
  zone: string
  onRead: () => Promise<boolean>
  onSay: (sentence: string) => void
  onFault: (sentence: string) => void
}

/** One notice: what happened, why, what was said, and the way to what can be done about it. */
export function NoticeEntry({ notice, zone, onRead, onSay, onFault }: EntryProps) {
  const { say, headline, label, language } = useInboxWords()
  const head = useRef<HTMLHeadingElement>(null)
  const { id, at, kind, organisation, reason, ground, automated, message, changes, read } = notice
  const collection = collectionOfKind[kind ?? '']
  // A rule of the municipality's own may have no words in this language.
  const why = reason && (label(reason) || Object.values(reason).find(Boolean))
  return (
    <li>
      <article
        className="torg-panel torg-notice"
        data-unread={read ? undefined : ''}
        aria-labelledby={`n-${id}`}
      >
        <h2 id={`n-${id}`} ref={head} tabIndex={-1}>
          {headline(notice)} {!read && <span className="torg-mark">{say('unread')}</span>}
        </h2>
        <p className="torg-about">
          <time dateTime={at}>{timeWords(at, zone, language)}</time>
          {[label(logWords.kind?.[kind ?? '']), organisation].filter(Boolean).map((part) => (
            <span key={part}> · {part}</span>
          ))}
        </p>
        {why && (
          <p>
            <strong>{say('why')}:</strong> {why}
          </p>
        )}
        {ground === 'illegal-content' && <p>{say('illegal')}</p>}
        {automated && <p>{say('automatic')}</p>}
        {message && (
          <>
            <h3 className="torg-hidden">{say('said')}</h3>
            <blockquote className="torg-message">{message}</blockquote>
          </>
        )}
        {changes.length > 0 && collection && (
          <details>
            <summary>{say('changes')}</summary>
            <Changes changes={changes} collection={collection} zone={zone} />
          </details>
        )}
        <Next
          notice={notice}
          onRead={onRead}
          onSay={onSay}
          onFault={onFault}
          onGone={() => head.current?.focus()}
        />
        {!read && (
          <button
            type="button"
            className="torg-button"
            aria-describedby={`n-${id}`}
            onClick={() =>
              void onRead().then((done) => {
                if (!done) return
                // The button is gone; whoever goes on by keyboard stands at the notice.
                head.current?.focus()
                onSay(say('marked', { title: headline(notice) }))
              })
            }
          >
            {say('markOne')}
          </button>
        )}
      </article>
    </li>
  )
}

interface NextProps extends Omit<EntryProps, 'zone'> {
  /** What had the focus is gone. */
  onGone: () => void
}

function Next({ notice, onRead, onSay, onFault, onGone }: NextProps) {
  const { say, label, language } = useInboxWords()
  const [off, setOff] = useState(false)
  const { next, document, title } = notice
  if (!next || off) return null
  const words = label(nextStepLabels[next.step])
  const stepAside = async () => {
    const { ok, body } = await fetchJson(`/api/events/${document}/actions/step-aside`, { method: 'POST' })
    if (!ok) return onFault(faultWords(body, language))
    setOff(true)
    onGone()
    onSay(say('takenOff', { title: title ?? '' }))
    await onRead()
  }
  return (
    <p className="torg-notice__next">
      <span className="torg-hidden">{say('whatNow')}: </span>
      {next.address ? (
        <a href={next.address} onClick={() => void onRead()}>
          {words}
        </a>
      ) : (
        words
      )}
      {next.step === 'step-aside' && (
        <button type="button" className="torg-button" onClick={() => void stepAside()}>
          {say('takeOff')}
        </button>
      )}
    </p>
  )
}
