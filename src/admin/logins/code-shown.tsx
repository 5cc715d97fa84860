'use client'

import { Dialogue } from '../actions/dialogue.js'
import { useLoginWords } from './use-login-words.js'

export interface GivenCode {
  code: string
  ends: string
}

/** A one-time code, shown this once, to read out or to write down. */
export function CodeShown({ given, onClose }: { given: GivenCode; onClose: () => void }) {
  const { say, when } = useLoginWords()
  return (
    <Dialogue title={say('codeShown')} onClose={onClose}>
      <p className="torg-one-time-code">
        <code>{given.code}</code>
      </p>
      <p>{say('codeGoodUntil', { at: when(given.ends) })}</p>
      <p className="torg-buttons">
        <button
          className="torg-button"
          type="button"
          onClick={() => void navigator.clipboard?.writeText(given.code)}
        >
          {say('copy')}
        </button>
        <button className="torg-button torg-button--primary" type="button" onClick={onClose}>
          {say('close')}
        </button>
      </p>
    </Dialogue>
  )
}
