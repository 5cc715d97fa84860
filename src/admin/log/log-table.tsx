'use client'

import { timeWords } from '../time-words.js'
import type { MunicipalitySettings } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import type { Entry, LogPage } from './use-log.js'
import { useAuditWords } from './use-audit-words.js'

interface LogTableProps {
  found: LogPage | null
  zone: string
  page: number
  chosen: string | null
  /** The one document that is shown; null for all. */
  document: string | null
  rules: MunicipalitySettings['houseRules']
  onDocument: (document: string) => void
  onActor: (actor: string) => void
  onPage: (page: number) => void
}

/** The entries, the newest first. */
export function LogTable({ found, page, onPage, ...line }: LogTableProps) {
  const { say } = useAuditWords()
  const { w } = useWords()
  if (!found) return <p className="torg-none">{w.loading}</p>
  if (found.entries.length === 0) return <p className="torg-panel torg-empty">{say('none')}</p>
  return (
    <>
      <p role="status">{say('entries', { n: found.total })}</p>
      <table className="torg-log__entries">
        <thead>
          <tr>
            <th scope="col">{say('number')}</th>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('action')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('by')}</th>
            <th scope="col">{say('how')}</th>
          </tr>
        </thead>
        <tbody>
          {found.entries.map((entry) => (
            <Line key={entry.id} entry={entry} {...line} />
          ))}
        </tbody>
      </table>
      <p className="torg-buttons">
        {page > 1 && (
          <button type="button" className="torg-button" onClick={() => onPage(page - 1)}>
            {say('newer')}
          </button>
        )}
        {found.more && (
          <button type="button" className="torg-button" onClick={() => onPage(page + 1)}>
            {say('older')}
          </button>
        )}
      </p>
    </>
  )
}

interface LineProps extends Omit<LogTableProps, 'found' | 'page' | 'onPage'> {
  entry: Entry
}

const tail = (id: string) => `…${id.slice(-6)}`

function Line({ entry, zone, chosen, document: only, rules, onActor, onDocument }: LineProps) {
  const { w } = useWords()
  const { say, action, kind, reason, language } = useAuditWords()
  const { actor, actorRole, device, document, sequence } = entry
  const with_ = device === null ? '' : device === 0 ? say('recovery') : say('device', { n: device })
  const why = entry.reason ?? entry.rule
  return (
    <tr>
      <td data-label={say('number')}>{sequence ?? say('waits')}</td>
      <td data-label={say('when')}>
        <time dateTime={entry.at}>{timeWords(entry.at, zone, language)}</time>
      </td>
      <td data-label={say('action')}>{action(entry.action)}</td>
      <td data-label={say('kind')}>
        <span>
          {kind(entry.kind)}
          {document && entry.kind !== 'log' && (
            <>
              {' '}
              {document === only ? (
                <span className="torg-log__id">{tail(document)}</span>
              ) : (
                <button
                  type="button"
                  className="torg-link torg-log__id"
                  title={w.logOnlyDocument}
                  aria-label={`${tail(document)}: ${w.logOnlyDocument}`}
                  onClick={() => onDocument(document)}
                >
                  {tail(document)}
                </button>
              )}
            </>
          )}
        </span>
      </td>
      <td data-label={say('by')}>
        <span>
          {actor === null ? (
            say('itself')
          ) : (
            <>
              {actorRole} <Actor actor={actor} chosen={chosen === actor} onActor={onActor} />
            </>
          )}
          {with_ && ` ${with_}`}
        </span>
      </td>
      <td data-label={say('how')}>{why ? reason(entry.action, why, rules) : '–'}</td>
    </tr>
  )
}

function Actor({
  actor,
  chosen,
  onActor,
}: {
  actor: string
  chosen: boolean
  onActor: (actor: string) => void
}) {
  const { say } = useAuditWords()
  if (chosen) return <span className="torg-log__id">{tail(actor)}</span>
  return (
    <button
      type="button"
      className="torg-log__actor"
      title={say('onlyThis')}
      aria-label={`${tail(actor)}: ${say('onlyThis')}`}
      onClick={() => onActor(actor)}
    >
      {tail(actor)}
    </button>
  )
}
