'use client'

import type { ShownRun } from '../../privacy/retention/shown-retention.js'
import { timeWords } from '../time-words.js'
import { Counts } from './counts.js'
import { useRetentionWords } from './use-retention.js'

/** What the last runs did, the newest first: the proof stands in the log. */
export function RunTable({ runs, zone }: { runs: ShownRun[]; zone: string }) {
  const { say, language } = useRetentionWords()
  return (
    <section className="torg-panel" aria-labelledby="torg-runs">
      <h2 id="torg-runs">{say('runs')}</h2>
      <p>{say('runsWhy')}</p>
      {runs.length === 0 ? (
        <p className="torg-none">{say('noRuns')}</p>
      ) : (
        <table className="torg-log__entries">
          <thead>
            <tr>
              <th scope="col">{say('night')}</th>
              <th scope="col">{say('done')}</th>
              <th scope="col">{say('stayed')}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(({ id, began, finished, done, held, failed }) => (
              <tr key={id}>
                <td data-label={say('night')}>
                  <time dateTime={began}>{timeWords(began, zone, language)}</time>
                </td>
                <td data-label={say('done')}>
                  <div>
                    {finished === null && (
                      <span className="torg-badge torg-badge--waiting">{say('goesOn')}</span>
                    )}
                    <Counts counts={done} />
                    <Failed categories={failed} />
                  </div>
                </td>
                <td data-label={say('stayed')}>
                  <Counts counts={held} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Of which not everything could be done, so that somebody sees to it. */
export function Failed({ categories }: { categories: readonly string[] }) {
  const { say, category } = useRetentionWords()
  if (categories.length === 0) return null
  return (
    <p className="torg-retention__failed">{say('failed', { what: categories.map(category).join(', ') })}</p>
  )
}
