'use client'

import { useId, useState } from 'react'
import type { LineReport } from '../../privacy/audit/check-line.js'
import { fetchJson } from '../fetch-json.js'
import { faultWords } from '../problem-words.js'
import { useAuditWords } from './use-audit-words.js'

/** Whether the log is as it was written, asked for by a button: asking is logged. */
export function LogCheck({ line }: { line: string }) {
  const { say, language } = useAuditWords()
  const id = useId()
  const [noted, setNoted] = useState('')
  const [asking, setAsking] = useState(false)
  const [report, setReport] = useState<LineReport | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const check = async () => {
    setAsking(true)
    const query = new URLSearchParams({
      municipality: line,
      ...(noted.trim() ? { noted: noted.trim() } : {}),
    })
    const { ok, body } = await fetchJson<LineReport>(`/api/log/verify?${query}`)
    setReport(ok ? body : null)
    setFault(ok ? null : faultWords(body, language))
    setAsking(false)
  }
  return (
    <section className="torg-panel torg-log__check" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('whole')}</h2>
      <p>{say('wholeWhy')}</p>
      <div className="torg-filter-fields">
        <div className="torg-filter torg-log__noted">
          <label htmlFor={id}>{say('noted')}</label>
          <input
            id={id}
            className="torg-input"
            autoComplete="off"
            spellCheck={false}
            value={noted}
            onChange={(event) => setNoted(event.target.value)}
          />
        </div>
        <button
          type="button"
          className="torg-button torg-button--primary"
          disabled={asking}
          onClick={() => void check()}
        >
          {asking ? say('checking') : say('check')}
        </button>
      </div>
      <div role="status">
        {fault && <p>{fault}</p>}
        {report && <Verdict report={report} />}
      </div>
    </section>
  )
}

function Verdict({ report: { whole, entries, from, to, fault } }: { report: LineReport }) {
  const { say } = useAuditWords()
  if (whole || !fault) {
    return (
      <>
        <p>
          <strong className="torg-log__whole">{say('isWhole', { n: entries, from, to: to.sequence })}</strong>
        </p>
        <p>{say('noteDown')}</p>
        <p>
          <code>{`${to.sequence}:${to.hash}`}</code>
        </p>
      </>
    )
  }
  return (
    <>
      <p>
        <strong className="torg-log__broken">{say(fault.kind, { n: fault.sequence ?? '–' })}</strong>
      </p>
      <p>{say('whatNow')}</p>
    </>
  )
}
