'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ShownStatements } from '../../moderation/statements.js'
import { fetchJson } from '../fetch-json.js'
import { happenedLabels } from '../../moderation/notices/happened.js'
import { Announcer, useAnnounce } from '../moderation/use-announce.js'
import { timeWords } from '../time-words.js'
import { toast } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { AppealDialogue } from './appeal-dialogue.js'
import { AppealShown } from './appeal-shown.js'
import { StatementShown } from './statement-shown.js'

interface AppProps {
  collection: string
  id: string
}

export const StatementApp = (props: AppProps) => (
  <Announcer>
    <Statements {...props} />
  </Announcer>
)

/** The newest decision that took something away; earlier ones can be chosen. */
function Statements({ collection, id }: AppProps) {
  const { w, language, label } = useWords()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  const [found, setFound] = useState<ShownStatements | 'loading' | 'failed'>('loading')
  const [chosen, setChosen] = useState(0)
  const [appealing, setAppealing] = useState(false)
  const load = useCallback(async () => {
    const { ok, body } = await fetchJson<ShownStatements>(`/api/desk/statements/${collection}/${id}`)
    setFound(ok ? body : 'failed')
  }, [collection, id])
  useEffect(() => void load(), [load])
  if (found === 'loading') return <p role="status">{w.loading}</p>
  if (found === 'failed')
    return (
      <p className="torg-fault" role="alert">
        {w.statementFailed}
      </p>
    )
  const { statements, title, municipality } = found
  const shown = statements[chosen]
  const called = (decision: string) =>
    label((happenedLabels as Record<string, unknown>)[decision]) || decision
  const when = (at: string) => timeWords(at, municipality.zone, language) ?? ''
  const sent = async () => {
    setAppealing(false)
    announce(w.appealSent)
    toast.success(w.appealSent)
    await load()
    heading.current?.focus()
  }
  return (
    <article className="torg-statement">
      <h1 ref={heading} tabIndex={-1}>
        {w.statement}
      </h1>
      <p className="torg-statement__of">
        <strong>{title || w.withoutTitle}</strong>
        <span>{found.organisation.name}</span>
      </p>
      {!shown && <p>{w.statementNone}</p>}
      {shown && (
        <>
          <StatementShown statement={shown} municipality={municipality} />
          {shown.appeal && (
            <AppealShown appeal={shown.appeal} zone={municipality.zone} onAppeal={() => setAppealing(true)} />
          )}
        </>
      )}
      <p className="torg-buttons torg-screen-only">
        {shown && (
          <button type="button" className="torg-button" onClick={() => window.print()}>
            {w.statementPrint}
          </button>
        )}
        <a href={`/admin/collections/${collection}/${id}`}>{w.statementOpen}</a>
      </p>
      {statements.length > 1 && (
        <nav className="torg-screen-only" aria-labelledby="torg-earlier">
          <h2 id="torg-earlier">{w.statementEarlier}</h2>
          <ul className="torg-lines">
            {statements.map((one, index) => (
              <li key={one.decidedAt}>
                <button
                  type="button"
                  className="torg-link"
                  aria-current={index === chosen || undefined}
                  onClick={() => {
                    setChosen(index)
                    heading.current?.focus()
                  }}
                >
                  {called(one.decision)}, {when(one.decidedAt)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {appealing && (
        <AppealDialogue found={found} onSent={() => void sent()} onClose={() => setAppealing(false)} />
      )}
    </article>
  )
}
