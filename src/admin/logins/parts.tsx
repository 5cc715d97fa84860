'use client'

import { useId, type FormEvent, type InputHTMLAttributes, type ReactNode } from 'react'
import type { Answer, Problem } from '../fetch-json.js'
import { faultSentence, faultWords } from '../problem-words.js'
import { useTypedAhead } from '../use-typed-ahead.js'
import { useLoginWords } from './use-login-words.js'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  help?: string
  fault?: string | null
  value: string
  onText: (text: string) => void
}

/** One line to type in, with its label, help and fault tied to it. */
export function TextField({ label, help, fault, value, onText, ...input }: TextFieldProps) {
  const id = useId()
  const field = useTypedAhead<HTMLInputElement>(value, onText)
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="torg-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="torg-input"
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...input}
        ref={field}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
      {help && (
        <p className="torg-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {fault && (
        <p className="torg-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

interface StepProps {
  onSubmit: () => Promise<void> | void
  busy: boolean
  said: string | null
  submit: string
  children: ReactNode
  /** Further buttons beside the first. */
  more?: ReactNode
}

/** One step: what to type, what was wrong, and the button. Stands in forms of Payload's, too, as far as React knows. */
export function Step({ onSubmit, busy, said, submit, children, more }: StepProps) {
  const { say } = useLoginWords()
  const send = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!busy) void onSubmit()
  }
  return (
    <form className="torg-step" onSubmit={send} noValidate>
      {children}
      <p className="torg-fault" role="alert">
        {said}
      </p>
      <p className="torg-buttons">
        <button className="torg-button torg-button--primary" type="submit" aria-disabled={busy || undefined}>
          {busy ? say('working') : submit}
        </button>
        {more}
      </p>
    </form>
  )
}

export interface Said {
  /** For the whole step. */
  words: string | null
  /** By field. */
  faults: Record<string, string>
}
export const nothingSaid: Said = { words: null, faults: {} }

/** What a refusal says, in the language of the admin: at the fields where it names some. */
export function useSaid() {
  const { say, language } = useLoginWords()
  return ({ body }: Answer<unknown>): Said => {
    const problem = body as Problem & { retryAfter?: number }
    const faults = Object.fromEntries(
      (problem.faults ?? []).map((each) => [each.field, faultSentence(each, language)]),
    )
    if (typeof problem.retryAfter === 'number')
      return { words: say('waitSeconds', { n: problem.retryAfter }), faults: {} }
    return { words: Object.keys(faults).length > 0 ? null : faultWords(problem, language), faults }
  }
}
