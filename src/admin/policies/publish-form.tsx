'use client'

import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { longestChange, longestPolicy } from '../../privacy/policies/policy-faults.js'
import type { PolicyVersion, ShownPolicies } from '../../privacy/policies/policy-version.js'
import { fetchJson, type Problem } from '../fetch-json.js'
import { faultSentence, faultWords } from '../problem-words.js'
import { usePolicyWords } from './use-policies.js'

interface PublishFormProps {
  shown: ShownPolicies
  onPublished: (sentence: string) => Promise<void>
}

/** A new version, begun with the words of the last one, so that only what changes has to be typed. */
export function PublishForm({ shown, onPublished }: PublishFormProps) {
  const { say, language, nameOfLanguage } = usePolicyWords()
  const id = useId()
  const last = shown.versions[0] ?? null
  const [validFrom, setValidFrom] = useState('')
  const [texts, setTexts] = useState<Record<string, string>>({ ...last?.texts })
  const [changes, setChanges] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sending, setSending] = useState(false)
  const faultOf = (field: string) => {
    const fault = problem?.faults?.find((one) => one.field === field)
    return fault ? faultSentence(fault, language) : null
  }
  const publish = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const { ok, body } = await fetchJson<PolicyVersion>('/api/policies', {
      method: 'POST',
      body: {
        municipality: shown.municipality,
        validFrom,
        texts: Object.fromEntries(shown.languages.map((each) => [each, texts[each] ?? ''])),
        ...(last ? { changes } : {}),
      },
    })
    setSending(false)
    setProblem(ok ? null : body)
    if (ok) await onPublished(say('published', { n: body.number }))
  }
  const area = (
    field: string,
    title: string,
    [value, rows, longest]: [string, number, number],
    onChange: (text: string) => void,
  ) => (
    <Area key={field} id={`${id}-${field}`} title={title} fault={faultOf(field)}>
      {(described) => (
        <textarea
          {...described}
          className="torg-input"
          required
          rows={rows}
          maxLength={longest}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Area>
  )
  return (
    <section className="torg-panel torg-policy" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('publish')}</h2>
      <p>{say('publishWhy')}</p>
      <form onSubmit={(event) => void publish(event)}>
        <Area id={`${id}-from`} title={say('validFrom')} fault={faultOf('validFrom')}>
          {(described) => (
            <input
              {...described}
              type="date"
              className="torg-input"
              required
              min={last && last.validFrom > shown.today ? last.validFrom : shown.today}
              value={validFrom}
              onChange={(event) => setValidFrom(event.target.value)}
            />
          )}
        </Area>
        {shown.languages.map((each) =>
          area(
            `texts.${each}`,
            say('textIn', { language: nameOfLanguage(each) }),
            [texts[each] ?? '', 10, longestPolicy],
            (text) => setTexts({ ...texts, [each]: text }),
          ),
        )}
        {last &&
          shown.languages.map((each) =>
            area(
              `changes.${each}`,
              say('changesIn', { language: nameOfLanguage(each) }),
              [changes[each] ?? '', 3, longestChange],
              (text) => setChanges({ ...changes, [each]: text }),
            ),
          )}
        {problem && (
          <p className="torg-fault" role="alert">
            {faultWords(problem, language)}
          </p>
        )}
        <p className="torg-buttons">
          <button
            type="submit"
            className="torg-button torg-button--primary"
            aria-disabled={sending || undefined}
          >
            {sending ? say('accepting') : say('doPublish')}
          </button>
        </p>
      </form>
    </section>
  )
}

interface AreaProps {
  id: string
  title: string
  fault: string | null
  children: (described: {
    id: string
    'aria-invalid': boolean
    'aria-describedby': string | undefined
  }) => ReactNode
}

/** A field with its title, and what is wrong with it. */
function Area({ id, title, fault, children }: AreaProps) {
  const faultId = `${id}-fault`
  return (
    <div className="torg-policy__field">
      <label htmlFor={id}>{title}</label>
      {children({ id, 'aria-invalid': fault !== null, 'aria-describedby': fault ? faultId : undefined })}
      {fault && (
        <p id={faultId} className="torg-fault">
          {fault}
        </p>
      )}
    </div>
  )
}
