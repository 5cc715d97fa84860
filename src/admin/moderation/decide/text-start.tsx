'use client'

import { useId, useRef, useState } from 'react'
import type { TextChoice } from '../../../moderation/decision-texts.js'
import { languageNames } from '../../fields/choice-field.js'
import { useWords } from '../../use-words.js'
import { textIn } from './text-in.js'

/**
 * The text that a message begins from, in the language of its reader. A text is put in while nothing of one's own has been
 * written; words that somebody wrote are never replaced.
 */
export function useTextStart(
  choices: readonly TextChoice[],
  { writeIn, written, begun }: { writeIn: string; written: string; begun: string },
) {
  const [language, setLanguage] = useState(writeIn)
  const [chosen, setChosen] = useState(begun)
  const given = useRef(textIn(choices, begun, writeIn))
  const replaceable = written.trim() === '' || written === given.current
  const begin = (reason: string, lang: string): string | null => {
    const text = textIn(choices, reason, lang)
    if (!replaceable) return null
    given.current = text
    return text
  }
  return {
    language,
    chosen,
    /** What the message becomes when this reason is chosen; null leaves it as it is. */
    textFor: (reason: string): string | null => {
      setChosen(reason)
      return begin(reason, language)
    },
    inLanguage: (lang: string): string | null => {
      setLanguage(lang)
      return begin(chosen, lang)
    },
  }
}

interface TextStartProps {
  choices: readonly TextChoice[]
  languages: readonly string[]
  start: ReturnType<typeof useTextStart>
  /** The reason is asked for itself and brings its text along. */
  withReason: boolean
  onStart: (message: string) => void
}

/** Chooses a text to begin from, and the language of the message. */
export function TextStart({ choices, languages, start, withReason, onStart }: TextStartProps) {
  const { w, label } = useWords()
  const id = useId()
  const take = (text: string | null) => {
    if (text !== null) onStart(text)
  }
  return (
    <div className="torg-text-start">
      {!withReason && (
        <div className="torg-field">
          <label className="field-label" htmlFor={`${id}-text`}>
            {w.startFromText}
          </label>
          <select
            id={`${id}-text`}
            className="torg-input"
            value={start.chosen}
            onChange={(event) => take(start.textFor(event.target.value))}
          >
            <option value="">{w.ownWords}</option>
            {choices
              .filter(({ texts }) => Object.keys(texts).length > 0)
              .map((choice) => (
                <option key={choice.reason} value={choice.reason}>
                  {label(choice.label)}
                </option>
              ))}
          </select>
        </div>
      )}
      {languages.length > 1 && (
        <div className="torg-field torg-field--narrow">
          <label className="field-label" htmlFor={`${id}-language`}>
            {w.writeInLanguage}
          </label>
          <select
            id={`${id}-language`}
            className="torg-input"
            value={start.language}
            onChange={(event) => take(start.inLanguage(event.target.value))}
          >
            {[...new Set([start.language, ...languages])].map((code) => (
              <option key={code} value={code}>
                {languageNames[code] ?? code}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}
