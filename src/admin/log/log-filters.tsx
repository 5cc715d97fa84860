'use client'

import {
  accountActions,
  beyondDecisions,
  comingAndGoing,
  otherActions,
} from '../../accounts/logged-actions.js'
import type { LogFilters } from '../../privacy/audit/log-questions.js'
import { happenedLabels, toldActions } from '../../moderation/notices/happened.js'
import { logWords } from '../messages/log-words.js'
import { DayFilter } from '../moderation/day-filter.js'
import { fill } from '../moderation/fill.js'
import { FilterChoice } from '../moderation/queue/filter-bar.js'
import { useWords } from '../use-words.js'
import { useAuditWords } from './use-audit-words.js'

const told: readonly string[] = toldActions
const decisions = Object.keys(happenedLabels).filter((action) => !told.includes(action))
const decidedKinds = Object.keys(logWords.kind ?? {}).filter((kind) => !beyondDecisions.includes(kind))

interface LogFilterBarProps {
  filters: LogFilters
  /** Whether logins, rights and all else is shown, too. */
  audit: boolean
  /** And when colleagues came and went. */
  all: boolean
  onChange: (some: Partial<LogFilters>) => void
}

/** How the log is narrowed down. */
export function LogFilterBar({ filters, audit, all, onChange }: LogFilterBarProps) {
  const { say, action, kind, language } = useAuditWords()
  const { w } = useWords()
  const choicesOf = (codes: readonly string[], words: (code: string) => string) =>
    [...new Set(codes)]
      .map((value) => ({ value, words: words(value) }))
      .sort((a, b) => a.words.localeCompare(b.words, language))
  const actions = audit
    ? [...decisions, ...accountActions.filter((one) => all || !comingAndGoing.includes(one)), ...otherActions]
    : decisions
  const kinds = audit ? [...decidedKinds, ...beyondDecisions] : decidedKinds
  return (
    <div className="torg-filter-fields">
      <FilterChoice
        title={say('action')}
        value={filters.action}
        choices={choicesOf(actions, action)}
        onChange={(value) => onChange({ action: value })}
      />
      <FilterChoice
        title={say('kind')}
        value={filters.kind}
        choices={choicesOf(kinds, kind)}
        onChange={(value) => onChange({ kind: value })}
      />
      <DayFilter title={say('fromDay')} value={filters.from} onChange={(from) => onChange({ from })} />
      <DayFilter title={say('toDay')} value={filters.to} onChange={(to) => onChange({ to })} />
      {filters.document && (
        <p className="torg-log__chosen">
          {fill(w.logOneDocument, { id: `…${filters.document.slice(-6)}` })}{' '}
          <button type="button" className="torg-button" onClick={() => onChange({ document: null })}>
            {w.logEveryDocument}
          </button>
        </p>
      )}
      {filters.actor && (
        <p className="torg-log__chosen">
          {say('oneAccount', { id: `…${filters.actor.slice(-6)}` })}{' '}
          <button type="button" className="torg-button" onClick={() => onChange({ actor: null })}>
            {say('everyAccount')}
          </button>
        </p>
      )}
    </div>
  )
}
