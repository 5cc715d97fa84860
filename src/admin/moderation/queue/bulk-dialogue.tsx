'use client'

import { useMemo, useState } from 'react'
import { actionLabels } from '../../../moderation/action-labels.js'
import { type OwnText, textChoices } from '../../../moderation/decision-texts.js'
import { type HouseRule, reasonChoices } from '../../../moderation/reasons.js'
import type { QueueRow } from '../../../moderation/queue.js'
import { Dialogue } from '../../actions/dialogue.js'
import { faultSentence, faultWords } from '../../problem-words.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import type { DecisionInput } from '../decide/send-decision.js'
import { textIn } from '../decide/text-start.js'
import { counted, fill } from '../fill.js'
import { useAnnounce } from '../use-announce.js'
import { type BulkAction, bulkActions, type BulkResult, runBulk } from './bulk-run.js'
import { keyOf } from './use-queue.js'

interface BulkDialogueProps {
  rows: readonly QueueRow[]
  municipality: MunicipalitySettings | null
  onResults: (action: BulkAction, results: readonly BulkResult[]) => void
  onClose: () => void
}

interface Worded {
  language: string
  text: string
}
const worded = (rows: readonly Worded[] | undefined): Record<string, string> =>
  Object.fromEntries((rows ?? []).map(({ language, text }) => [language, text]))

/** The house rules and texts of the municipality, with `{title}` left for each to fill in. */
function useBulkTexts(municipality: MunicipalitySettings | null) {
  return useMemo(() => {
    const rules: HouseRule[] = (municipality?.houseRules ?? []).map(({ code, wording }) => ({
      code,
      wording: worded(wording),
      surfaces: [],
    }))
    const own = (municipality?.decisionTexts ?? []).map(({ use, reason, texts }): OwnText => ({
      use,
      reason,
      texts: worded(texts),
    }))
    const blanks = { title: '{title}', organisation: '{organisation}' }
    return {
      reasons: reasonChoices('refusal', rules),
      changes: textChoices('changes', own, rules, blanks),
      refusal: textChoices('refusal', own, rules, blanks),
    }
  }, [municipality])
}

/** Decides about what was selected, each on its own, and shows what became of each. */
export function BulkDialogue({ rows, municipality, onResults, onClose }: BulkDialogueProps) {
  const { w, label, language } = useWords()
  const announce = useAnnounce()
  const texts = useBulkTexts(municipality)
  const afterwards = rows.every(({ reason }) => reason === 'afterwards')
  const [action, setAction] = useState<BulkAction>(afterwards ? 'look-over' : 'approve')
  const [input, setInput] = useState<DecisionInput>({})
  const [start, setStart] = useState('')
  const [results, setResults] = useState<BulkResult[] | null>(null)
  const [running, setRunning] = useState(false)
  const writeIn = municipality?.languages[0] ?? 'sv'
  const asksMessage = action === 'request-changes' || action === 'reject'
  const begin = (reason: string) => {
    setStart(reason)
    const message = textIn(action === 'reject' ? texts.refusal : texts.changes, reason, writeIn)
    setInput((known) => ({
      ...known,
      ...(action === 'reject' ? { reason: reason || undefined } : {}),
      message: message || known.message,
    }))
  }
  const done = (some: readonly BulkResult[]) => some.filter(({ outcome }) => outcome !== 'waiting').length
  const go = async () => {
    setRunning(true)
    const sent = asksMessage ? input : {}
    const all = await runBulk(rows, action, sent, setResults)
    setRunning(false)
    const failed = all.filter(({ outcome }) => outcome === 'refused').length
    announce(fill(w.bulkResult, { done: all.length - failed, failed }))
    onResults(action, all)
  }
  return (
    <Dialogue title={counted(w.bulkDecide, rows.length)} onClose={running ? () => undefined : onClose}>
      {results === null ? (
        <form
          className="torg-decision-form"
          onSubmit={(event) => {
            event.preventDefault()
            void go()
          }}
        >
          <p className="torg-help">{w.bulkHelp}</p>
          <fieldset className="torg-field">
            <legend className="field-label">{w.bulkWhat}</legend>
            <div className="torg-boxes">
              {bulkActions.map((each) => (
                <label className="torg-box" key={each}>
                  <input
                    type="radio"
                    name="torg-bulk"
                    checked={action === each}
                    onChange={() => {
                      setAction(each)
                      setInput({})
                      setStart('')
                    }}
                  />
                  {label(actionLabels[each])}
                </label>
              ))}
            </div>
          </fieldset>
          {asksMessage && (
            <>
              <div className="torg-field">
                <label className="field-label" htmlFor="torg-bulk-reason">
                  {action === 'reject' ? w.askReason : w.startFromText}
                </label>
                <select
                  id="torg-bulk-reason"
                  className="torg-input"
                  required={action === 'reject'}
                  value={start}
                  onChange={(event) => begin(event.target.value)}
                >
                  <option value="">{action === 'reject' ? w.chooseOne : w.ownWords}</option>
                  {texts.reasons.map((choice) => (
                    <option key={choice.code} value={choice.code}>
                      {label(choice.label)}
                    </option>
                  ))}
                </select>
              </div>
              <div className="torg-field">
                <label className="field-label" htmlFor="torg-bulk-message">
                  {w.askMessage}
                </label>
                <textarea
                  id="torg-bulk-message"
                  className="torg-input"
                  rows={4}
                  maxLength={4000}
                  required
                  value={input.message ?? ''}
                  aria-describedby="torg-bulk-help"
                  onChange={(event) => setInput({ ...input, message: event.target.value || undefined })}
                />
                <p className="torg-help" id="torg-bulk-help">
                  {w.bulkTitleHelp}
                </p>
              </div>
            </>
          )}
          <div className="torg-buttons">
            <button type="submit" className="torg-button torg-button--primary">
              {w.bulkGo}
            </button>
            <button type="button" className="torg-button" onClick={onClose}>
              {w.cancel}
            </button>
          </div>
        </form>
      ) : (
        <>
          <p>
            {running
              ? fill(w.bulkProgress, { n: done(results), of: results.length })
              : fill(w.bulkResult, {
                  done: results.filter(({ outcome }) => outcome !== 'refused').length,
                  failed: results.filter(({ outcome }) => outcome === 'refused').length,
                })}
          </p>
          <ul className="torg-bulk-results">
            {results.map(({ row, outcome, problem }) => (
              <li key={keyOf(row)} data-outcome={outcome}>
                <span>{row.title || w.withoutTitle}</span>
                <span
                  className={`torg-badge ${outcome === 'refused' ? 'torg-badge--stop' : outcome === 'waiting' ? '' : 'torg-badge--good'}`}
                >
                  {outcome === 'refused' ? w.bulkFailed : outcome === 'waiting' ? w.bulkWaiting : w.bulkDone}
                </span>
                {problem && (
                  <span className="torg-about">
                    {faultWords(problem, language)}{' '}
                    {(problem.faults ?? []).map((fault) => faultSentence(fault, language)).join(' ')}
                  </span>
                )}
              </li>
            ))}
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
      )}
    </Dialogue>
  )
}
