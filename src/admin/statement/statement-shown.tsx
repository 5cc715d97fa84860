'use client'

import type { StatementOfReasons } from '../../moderation/statements.js'
import type { AdminLanguage } from '../language.js'
import { happenedLabels } from '../../moderation/notices/happened.js'
import type { Messages } from '../messages/en.js'
import { fill } from '../moderation/fill.js'
import { timeWords } from '../time-words.js'
import { useWords } from '../use-words.js'

const effects: Record<string, keyof Messages> = {
  reject: 'effectReject',
  remove: 'effectRemove',
  withdraw: 'effectWithdraw',
  suspend: 'effectSuspend',
  decline: 'effectDecline',
  erase: 'effectErase',
}

interface StatementProps {
  statement: StatementOfReasons
  municipality: { name: string; zone: string }
}

/** One decision: what it was and means, why, on which ground, and whether a person took it. */
export function StatementShown({ statement, municipality }: StatementProps) {
  const { w, language, label } = useWords()
  const { decision, decidedAt, facts, ground, reason, reasonLabel, rule, automated } = statement
  const at = timeWords(decidedAt, municipality.zone, language) ?? ''
  const effect = statement.versionStays ? 'effectRejectChange' : effects[decision]
  return (
    <section className="torg-panel" aria-label={w.statement}>
      <h2>{label((happenedLabels as Record<string, unknown>)[decision]) || decision}</h2>
      <p>
        {fill(w.statementDecided, { municipality: municipality.name, at })}{' '}
        {automated ? w.statementAutomatic : w.statementPerson}
      </p>
      <dl className="torg-why">
        {effect && (
          <>
            <dt>{w.statementMeans}</dt>
            <dd>{String(w[effect])}</dd>
          </>
        )}
        {(reason || facts) && (
          <>
            <dt>{w.statementWhy}</dt>
            <dd>
              {reason && <p>{label(reasonLabel) || reason}</p>}
              {facts && <blockquote className="torg-next__said">{facts}</blockquote>}
            </dd>
          </>
        )}
        <dt>{w.statementGround}</dt>
        <dd>{ground === 'illegal-content' ? w.groundIllegal : w.groundHouseRules}</dd>
        {rule && (
          <>
            <dt>{w.statementRule}</dt>
            <dd>
              <q>{wordingIn(rule.wording, language)}</q>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

/** In the reader's language where the municipality wrote it in that. */
const wordingIn = (wording: Record<string, string>, language: AdminLanguage): string =>
  wording[language] ?? (language === 'nb' ? wording.no : undefined) ?? Object.values(wording)[0] ?? ''
