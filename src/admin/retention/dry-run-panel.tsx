'use client'

import { useState } from 'react'
import type { DryRun } from '../../privacy/retention/shown-retention.js'
import { fetchJson } from '../fetch-json.js'
import { faultWords } from '../problem-words.js'
import { Counts } from './counts.js'
import { Failed } from './run-table.js'
import { useRetentionWords } from './use-retention.js'

/** What a run would do now, counted when somebody asks. */
export function DryRunPanel({ line }: { line: string }) {
  const { say, language } = useRetentionWords()
  const [asking, setAsking] = useState(false)
  const [report, setReport] = useState<DryRun | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const ask = async () => {
    setAsking(true)
    const query = new URLSearchParams({ municipality: line })
    const { ok, body } = await fetchJson<DryRun>(`/api/retention/dry-run?${query}`)
    setReport(ok ? body : null)
    setFault(ok ? null : faultWords(body, language))
    setAsking(false)
  }
  return (
    <section className="torg-panel" aria-labelledby="torg-dry-run">
      <h2 id="torg-dry-run">{say('now')}</h2>
      <p>{say('nowWhy')}</p>
      <p className="torg-buttons">
        <button type="button" className="torg-button" disabled={asking} onClick={() => void ask()}>
          {asking ? say('asking') : say('ask')}
        </button>
      </p>
      <div role="status">
        {fault && <p>{fault}</p>}
        {report && <Report report={report} />}
      </div>
    </section>
  )
}

function Report({ report: { due, held, failed } }: { report: DryRun }) {
  const { say } = useRetentionWords()
  return (
    <>
      {Object.keys(due).length === 0 ? (
        <p>{say('nothingDue')}</p>
      ) : (
        <>
          <h3>{say('due')}</h3>
          <Counts counts={due} />
        </>
      )}
      {Object.keys(held).length > 0 && (
        <>
          <h3>{say('stays')}</h3>
          <Counts counts={held} />
        </>
      )}
      <Failed categories={failed} />
    </>
  )
}
