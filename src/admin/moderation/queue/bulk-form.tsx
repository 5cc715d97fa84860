'use client'

import { actionLabels } from '../../../moderation/action-labels.js'
import type { QueueRow } from '../../../moderation/queue.js'
import { languageNames } from '../../fields/choice-field.js'
import { useWords } from '../../use-words.js'
import { NoticePreview } from '../decide/notice-preview.js'
import { counted, fill } from '../fill.js'
import type { BulkTyped } from './bulk-dialogue.js'
import {
  asksMessage,
  type BulkTexts,
  byLanguage,
  messageFor,
  shownMessage,
  withReason,
  withWords,
} from './bulk-message.js'
import { bulkActions } from './bulk-run.js'

interface BulkFormProps {
  rows: readonly QueueRow[]
  typed: BulkTyped
  texts: BulkTexts
  onType: (some: Partial<BulkTyped>) => void
  onSend: () => void
  onClose: () => void
}

/** Asks what is decided about all of them, and shows in each language what their authors will get. */
export function BulkForm({ rows, typed, texts, onType, onSend, onClose }: BulkFormProps) {
  const { w, label } = useWords()
  const { action, reason } = typed
  return (
    <form
      className="torg-decision-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
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
                onChange={() => onType({ action: each })}
              />
              {label(actionLabels[each])}
            </label>
          ))}
        </div>
      </fieldset>
      {asksMessage(action) && (
        <>
          <div className="torg-field">
            <label className="field-label" htmlFor="torg-bulk-reason">
              {action === 'reject' ? w.askReason : w.startFromText}
            </label>
            <select
              id="torg-bulk-reason"
              className="torg-input"
              required={action === 'reject'}
              value={reason}
              onChange={(event) => onType(withReason(typed, event.target.value))}
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
              value={shownMessage(typed, texts, action)}
              aria-describedby="torg-bulk-help"
              onChange={(event) => onType(withWords(typed, event.target.value, texts, action))}
            />
            <p className="torg-help" id="torg-bulk-help">
              {w.bulkTitleHelp} {typed.own === null ? w.bulkLanguageHelp : w.bulkOwnWordsHelp}
            </p>
          </div>
          <Previews rows={rows} typed={typed} texts={texts} />
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
  )
}

/** One notice of each language, as its reader will get it. */
function Previews({ rows, typed, texts }: Pick<BulkFormProps, 'rows' | 'typed' | 'texts'>) {
  const { w } = useWords()
  const { action } = typed
  const reason = action === 'reject' ? texts.reasons.find(({ code }) => code === typed.reason) : undefined
  return byLanguage(rows, texts).map(({ language, many, example }) => (
    <div key={language} data-language={language}>
      <p className="torg-about">
        {fill(counted(w.bulkInLanguage, many), { language: languageNames[language] ?? language })}
      </p>
      <NoticePreview
        action={action}
        title={example.title ?? ''}
        organisation={example.organisation?.name ?? ''}
        reason={reason?.label ?? null}
        message={messageFor(example, typed, texts, action)}
        language={language}
      />
    </div>
  ))
}
