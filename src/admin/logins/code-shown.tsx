'use client'

import { useRef } from 'react'
import { Dialogue } from '../actions/dialogue.js'
import { CopyOnce } from '../copy-once.js'
import { useLoginWords } from './use-login-words.js'

export interface GivenCode {
  code: string
  ends: string
}

/** A one-time code, shown this once, to read out or to write down. */
export function CodeShown({ given, onClose }: { given: GivenCode; onClose: () => void }) {
  const { say, when } = useLoginWords()
  const shown = useRef<HTMLElement>(null)
  return (
    <Dialogue title={say('codeShown')} onClose={onClose}>
      <p className="torg-one-time-code">
        <code ref={shown}>{given.code}</code>
      </p>
      <p>{say('codeGoodUntil', { at: when(given.ends) })}</p>
      <p className="torg-buttons">
        <CopyOnce text={given.code} shown={shown}>
          {say('copy')}
        </CopyOnce>
        <button className="torg-button torg-button--primary" type="button" onClick={onClose}>
          {say('close')}
        </button>
      </p>
    </Dialogue>
  )
}
