'use client'

import { type LogFilters, logFilterNames } from '../../privacy/audit/log-questions.js'
import { MunicipalityChoice } from '../moderation/queue/municipality-choice.js'
import { useAddress } from '../moderation/use-address.js'
import { useSettings } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { LogCheck } from './log-check.js'
import { LogExport } from './log-export.js'
import { LogFilterBar } from './log-filters.js'
import { LogTable } from './log-table.js'
import { useAuditWords } from './use-audit-words.js'
import { useLog } from './use-log.js'

interface LogAppProps {
  municipalities: string[]
  /** Those whose whole log the account may export and have checked. */
  audits: string[]
  /** Those in which it sees when colleagues came and went, too. */
  seesAll: string[]
}

/** The log of a municipality: filters, entries, and for auditors the check and the export. */
export function LogApp({ municipalities, audits, seesAll }: LogAppProps) {
  const { say } = useAuditWords()
  const { w } = useWords()
  const [search, change] = useAddress()
  const named = search.get('municipality')
  const line = named && municipalities.includes(named) ? named : municipalities[0]!
  const municipality = useSettings(line)
  const filters = Object.fromEntries(
    logFilterNames.map((name) => [name, search.get(name) || null]),
  ) as unknown as LogFilters
  const page = Number(search.get('page') ?? 1) || 1
  const query = new URLSearchParams({ municipality: line })
  for (const name of logFilterNames) if (filters[name]) query.set(name, filters[name])
  const asked = query.toString()
  const found = useLog(page > 1 ? `${asked}&page=${page}` : asked)
  const audit = audits.includes(line)
  const all = seesAll.includes(line)
  const set = (some: Partial<LogFilters>) =>
    change({ ...(some as Record<string, string | null>), page: null })
  return (
    <div className="torg-workbench torg-log">
      <h1>{say('title')}</h1>
      <p className="torg-about">{say('intro')}</p>
      {audit && !all && <p className="torg-about">{say('comingAndGoing')}</p>}
      <MunicipalityChoice
        municipalities={municipalities}
        chosen={line}
        onChoose={(id) => change({ municipality: id, page: null, actor: null, document: null })}
      />
      {audit && <LogCheck key={line} line={line} />}
      <LogFilterBar filters={filters} audit={audit} all={all} onChange={set} />
      {audit && <LogExport query={asked} />}
      {found === 'failed' ? (
        <p className="torg-panel" role="alert">
          {w.couldNotLoad}
        </p>
      ) : (
        <LogTable
          found={found}
          zone={municipality?.zone ?? 'Europe/Stockholm'}
          chosen={filters.actor}
          document={filters.document}
          rules={municipality?.houseRules}
          onDocument={(document) => set({ document })}
          onActor={(actor) => set({ actor })}
          onPage={(next) => change({ page: next > 1 ? String(next) : null })}
          page={page}
        />
      )}
    </div>
  )
}
