'use client'

import type { Labels } from '../../../moderation/reasons.js'
import { happenedLabels } from '../../../moderation/notices/happened.js'
import { labelIn, wordsIn } from '../../language.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'

interface NoticePreviewProps {
  action: string
  title: string
  organisation: string
  reason: Labels | null
  message: string
  /** The language in which its reader is written to. */
  language: string
}

/** The notice as it will lie in the inbox of the organisation: what happened, why, and the message. */
export function NoticePreview({
  action,
  title,
  organisation,
  reason,
  message,
  language,
}: NoticePreviewProps) {
  const { w } = useWords()
  const happened = labelIn((happenedLabels as Record<string, unknown>)[action], language)
  return (
    <section className="torg-notice-preview" aria-label={fill(w.asAuthorGetsIt, { organisation })}>
      <h3>{fill(w.asAuthorGetsIt, { organisation })}</h3>
      <div lang={language}>
        <p>
          <strong>{[happened, title].filter(Boolean).join(': ')}</strong>
        </p>
        {reason && <p>{`${wordsIn(language).reason}: ${labelIn(reason, language)}`}</p>}
        {message ? <blockquote>{message}</blockquote> : <p className="torg-none">{w.noMessageYet}</p>}
      </div>
    </section>
  )
}
