'use client'

import { useAuditWords } from './use-audit-words.js'

/** What is shown, as a file: for a spreadsheet, or with the hashes by which it can be checked elsewhere. */
export function LogExport({ query }: { query: string }) {
  const { say } = useAuditWords()
  return (
    <p className="torg-buttons">
      <span>{say('download')}</span>
      <a className="torg-button" href={`/api/log/export?${query}&format=csv`} download>
        {say('asCsv')}
      </a>
      <a className="torg-button" href={`/api/log/export?${query}&format=json`} download>
        {say('asJson')}
      </a>
    </p>
  )
}
