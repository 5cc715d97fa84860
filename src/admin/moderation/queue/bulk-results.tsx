'use client'

import { faultSentence, faultWords } from '../../problem-words.js'
import { useWords } from '../../use-words.js'
import type { HeldDecision } from '../decide/use-held.js'
import { counted, fill } from '../fill.js'
import type { BulkResult } from './bulk-run.js'
import { keyOf } from './lines.js'

interface BulkResultsProps {
  results: readonly BulkResult[]
  running: boolean
  undone: ReadonlySet<string>
  /** Those of them that can still be taken back. */
  held: readonly HeldDecision[]
  onUndoAll: () => void
  onClose: () => void
}

/** What became of each, and while there is time the way to take all of them back. */
export function BulkResults({ results, running, undone, held, onUndoAll, onClose }: BulkResultsProps) {
  const { w, language } = useWords()
  const done = results.filter(({ outcome }) => outcome !== 'waiting').length
  return (
    <>
      {running && <p>{fill(w.bulkProgress, { n: done, of: results.length })}</p>}
      {held.length > 0 && (
        <p className="torg-held">
          <span>{counted(w.heldMany, held.length)}</span>
          <button type="button" className="torg-button torg-button--primary" onClick={onUndoAll}>
            {w.undoAll}
          </button>
        </p>
      )}
      <ul className="torg-bulk-results">
        {results.map(({ row, outcome, problem }) => {
          const back = undone.has(keyOf(row))
          const [words, tone] = back
            ? [w.bulkUndone, '']
            : outcome === 'refused'
              ? [w.bulkFailed, 'torg-badge--stop']
              : outcome === 'waiting'
                ? [w.bulkWaiting, '']
                : [w.bulkDone, 'torg-badge--good']
          return (
            <li key={keyOf(row)} data-outcome={back ? 'undone' : outcome}>
              <span>{row.title || w.withoutTitle}</span>
              <span className={`torg-badge ${tone}`}>{words}</span>
              {problem && (
                <span className="torg-about">
                  {faultWords(problem, language)}{' '}
                  {(problem.faults ?? []).map((fault) => faultSentence(fault, language)).join(' ')}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <div className="torg-buttons">
        <button
          type="button"
          className="torg-button torg-button--primary"
          disabled={running}
          onClick={onClose}
        >
          {w.close}
        </button>
      </div>
    </>
  )
}

/** How many were done, and how many were refused. */
export const resultWords = (results: readonly BulkResult[], words: string): string =>
  fill(words, {
    done: results.filter(({ outcome }) => outcome === 'held' || outcome === 'done').length,
    failed: results.filter(({ outcome }) => outcome === 'refused').length,
  })
