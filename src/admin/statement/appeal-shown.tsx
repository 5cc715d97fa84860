'use client'

import type { AppealStanding } from '../../moderation/statements.js'
import { fill } from '../moderation/fill.js'
import { dayWords, timeWords } from '../time-words.js'
import { useWords } from '../use-words.js'

interface AppealProps {
  appeal: AppealStanding
  zone: string
  onAppeal: () => void
}

/** How one appeals and until when, or what has become of the appeal. */
export function AppealShown({ appeal, zone, onAppeal }: AppealProps) {
  const { w, language } = useWords()
  const when = (at: string) => timeWords(at, zone, language) ?? ''
  const until = { at: dayWords(appeal.until.slice(0, 10), language) }
  return (
    <section className="torg-panel" aria-labelledby="torg-appeal">
      <h2 id="torg-appeal">{w.statementWrong}</h2>
      {appeal.state === 'none' && <p>{fill(appeal.possible ? w.appealHow : w.appealNotNow, until)}</p>}
      {appeal.state === 'open' && (
        <p>
          <strong>{w.appealWaits}</strong>{' '}
          {appeal.answerBy && fill(w.appealAnswerBy, { at: when(appeal.answerBy) })}
        </p>
      )}
      {appeal.state === 'decided' && (
        <p>
          <strong>{appeal.outcome === 'overturn' ? w.appealOverturned : w.appealUpheld}</strong>{' '}
          {appeal.outcomeAt && <time dateTime={appeal.outcomeAt}>{when(appeal.outcomeAt)}</time>}
        </p>
      )}
      {(appeal.message || appeal.outcomeMessage) && (
        <dl className="torg-why">
          {appeal.message && (
            <>
              <dt>
                {w.appealWrote}{' '}
                {appeal.appealedAt && <time dateTime={appeal.appealedAt}>{when(appeal.appealedAt)}</time>}
              </dt>
              <dd>
                <blockquote className="torg-next__said">{appeal.message}</blockquote>
              </dd>
            </>
          )}
          {appeal.outcomeMessage && (
            <>
              <dt>{w.appealAnswer}</dt>
              <dd>
                <blockquote className="torg-next__said">{appeal.outcomeMessage}</blockquote>
              </dd>
            </>
          )}
        </dl>
      )}
      {appeal.possible && (
        <p className="torg-buttons torg-screen-only">
          <button
            type="button"
            className="torg-button torg-button--primary torg-button--large"
            onClick={onAppeal}
          >
            {w.appealNow}
          </button>
        </p>
      )}
      {appeal.outcome !== 'overturn' && <p className="torg-help">{w.appealElsewhere}</p>}
    </section>
  )
}
