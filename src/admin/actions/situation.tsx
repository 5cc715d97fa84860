'use client'

import { happenedLabels } from '../../moderation/notices/happened.js'
import { eventStatusLabels } from '../../calendar/event-status-labels.js'
import { announcedLabels } from '../../moderation/missing.js'
import { stateLabels } from '../../moderation/state-labels.js'
import { reasonLists } from '../../moderation/reasons.js'
import { Changes, useFields } from '../changes.js'
import { Badge } from '../fields/badge.js'
import { useFormFacts } from '../fields/form-facts.js'
import type { ReadableField } from '../read-values.js'
import { dayWords, timeWords } from '../time-words.js'
import { useDocumentInfo } from '../ui-kit.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { useActionList, type SaidInDecision } from './action-list.js'
import { Findings } from './findings.js'
import { showsState } from './shows-state.js'
import { useSaveFaults } from './save-faults.js'
import { useLock, useTitleInWords, whyLocked } from './lock.js'

const statusLabels: Record<string, unknown> = { ...eventStatusLabels, ...announcedLabels }

/** Why the document is where it is: its states, what the last decision said, what to look at, what is new in it. */
export function Situation() {
  const { id, collectionSlug } = useDocumentInfo()
  const { list } = useActionList(collectionSlug, id === undefined ? undefined : String(id))
  const { w, language, label } = useWords()
  const fields = useFields(collectionSlug ?? '')
  const zone = useZone()
  useLock(list)
  useFormFacts()
  useTitleInWords(list?.state === 'erased' ? label(stateLabels.erased) : w.withoutTitle)
  if (!collectionSlug) return null
  if (!id) return <SaveFaults collection={collectionSlug} id="" fields={fields} alone />
  if (!list) return null
  const { last, objection, findings, changes } = list
  const decisions = objection && objection.at !== last.at ? [last, objection] : [last]
  const sayTime = (at: string) => (at.includes('T') ? timeWords(at, zone, language) : dayWords(at, language))
  const locked = whyLocked(list, w)
  // What waits now is the answer to what was decided before.
  const answered = list.state === 'in-review'
  const claimed = list.claimedUntil && Date.parse(list.claimedUntil) > Date.now() ? list.claimedUntil : null
  return (
    <section className="torg-panel torg-situation" aria-label={w.situation}>
      <p className="torg-situation__states">
        {showsState(list) && <Badge axis="state" value={list.state} />}
        {list.hidden ? (
          <span className="torg-badge torg-badge--warning">
            {list.hidden === 'closed' ? w.hiddenByClosing : w.hiddenBySuspension}
          </span>
        ) : (
          list.state !== 'erased' && <Badge axis="publication" value={list.publication} />
        )}
        {claimed && (
          <span className="torg-mark">{`${w.isBeingRead} ${timeWords(claimed, zone, language)}`}</span>
        )}
        {list.page && (
          <a href={list.page} target="_blank" rel="noreferrer">
            {w.asCitizensSeeIt}
          </a>
        )}
      </p>
      <SaveFaults collection={collectionSlug} id={String(id)} fields={fields} />
      {decisions.map((one) => (
        <Decision key={one.at} decision={one} earlier={answered} zone={zone} />
      ))}
      {list.said && (
        <Said
          what={label(happenedLabels[list.said.action])}
          at={list.said.at && [list.said.at, timeWords(list.said.at, zone, language)]}
          message={list.said.message}
        />
      )}
      {locked && <p className="torg-note">{locked}</p>}
      {list.announced.length > 0 && (
        <ul className="torg-announced">
          {list.announced.map(({ occurrence, status, reason }) => (
            <li key={occurrence ?? 'series'}>
              <strong>{label(statusLabels[status]) || status}</strong>
              {`: ${occurrence ? sayTime(occurrence) : w.wholeEvent}`}
              {reason &&
                ` (${label((reasonLists.announcement as Record<string, unknown>)[reason]) || reason})`}
            </li>
          ))}
        </ul>
      )}
      <Findings title={w.missingBeforeSubmit} found={list.missing} fields={fields} />
      <Findings title={w.lookAt} found={findings} fields={fields} />
      {changes.length > 0 && (
        <details className="torg-details" open={list.state === 'in-review'}>
          <summary>{`${w.changedSinceApproval} (${changes.length})`}</summary>
          <Changes changes={changes} collection={collectionSlug} zone={zone} />
        </details>
      )}
    </section>
  )
}

interface DecisionProps {
  decision: SaidInDecision
  earlier: boolean
  zone: string
}

/** What an editor decided, and the words that came with it. */
function Decision({ decision, earlier, zone }: DecisionProps) {
  const { w, language, label } = useWords()
  const { at, message, reason, reasonLabel, explanation } = decision
  const decided = label((happenedLabels as Record<string, unknown>)[decision.action ?? ''])
  if (!decided) return null
  return (
    <Said
      what={earlier ? `${w.earlier}: ${decided}` : decided}
      at={at && [at, timeWords(at, zone, language)]}
      message={message}
      reason={reason && `${w.reason}: ${label(reasonLabel) || reason}`}
      explanation={explanation && `${w.saidToCitizens}: ${explanation}`}
    />
  )
}

/** What the last save was refused for: it stays until the next one, in whichever tab the fields stand. */
function SaveFaults({
  collection,
  id,
  fields,
  alone = false,
}: {
  collection: string
  id: string
  fields: readonly ReadableField[]
  /** Nothing else stands around it. */
  alone?: boolean
}) {
  const { w } = useWords()
  const faults = useSaveFaults(`${collection}/${id}`)
  const told = <Findings title={w.notSaved} found={faults} fields={fields} alert />
  return alone && faults.length > 0 ? <section className="torg-panel torg-situation">{told}</section> : told
}

interface SaidProps {
  what: string
  /** The instant, and how it is said. */
  at: [string, string | null] | '' | null
  message: string | null
  reason?: string | null
  explanation?: string | null
}

/** What one side told the other: the last decision, or what came with the submission. */
function Said({ what, at, message, reason, explanation }: SaidProps) {
  return (
    <div className="torg-decision">
      <p>
        <strong>{what}</strong> {at && <time dateTime={at[0]}>{at[1]}</time>}
      </p>
      {reason && <p>{reason}</p>}
      {explanation && <p>{explanation}</p>}
      {message && <blockquote>{message}</blockquote>}
    </div>
  )
}
