'use client'

import { isIdentity } from '../../privacy/kinds.js'
import type { Mark } from '../../privacy/marks.js'
import { faultSentence } from '../problem-words.js'
import { useWords } from '../use-words.js'
import { useMarks } from './use-marks.js'

/** What was found in a text, under it: in words, and with the place in the text marked. */
export function Found({ marks, onShow }: { marks: readonly Mark[]; onShow?: (mark: Mark) => void }) {
  const { w, language } = useWords()
  return (
    <div role="status" className="torg-found">
      {marks.map((mark, index) => (
        <p key={index} className={isIdentity(mark) ? 'torg-fault' : 'torg-found__notice'}>
          {faultSentence({ field: '', code: mark.kind, message: mark.kind }, language)}
          <q>
            {mark.before}
            <mark>{mark.found}</mark>
            {mark.after}
          </q>
          {onShow && mark.at.length > 0 && (
            <button type="button" className="torg-link" onClick={() => onShow(mark)}>
              {w.showInText}
            </button>
          )}
        </p>
      ))}
    </div>
  )
}

/** What is found in a text that stands in no form of Payload's: the words with a decision, say. */
export function FoundIn({ text }: { text: string }) {
  return <Found marks={useMarks(text)} />
}
