'use client'

import { faultSentence } from '../problem-words.js'
import { fieldTitle, type ReadableField } from '../read-values.js'
import { useWords } from '../use-words.js'
import { goToField } from './go-to-field.js'

/** What is missing or worth a look, each with the way to its field, in whichever tab it stands. */
export function Findings({
  title,
  found,
  fields,
  alert = false,
  onGo,
}: {
  title: string
  found: readonly { field: string; code: string; message: string }[]
  fields: readonly ReadableField[]
  alert?: boolean
  /** Before the way to a field is taken: what stands in front of it closes. */
  onGo?: () => void
}) {
  const { language } = useWords()
  if (found.length === 0) return null
  return (
    <div className={`torg-findings ${alert ? 'torg-fault' : ''}`} role={alert ? 'alert' : undefined}>
      <h2>{title}</h2>
      <ul>
        {found.map((each) => (
          <li key={each.field + each.code}>
            <button
              type="button"
              className="torg-link"
              onClick={() => {
                onGo?.()
                goToField(fields, each.field)
              }}
            >
              {fieldTitle(fields, each.field, language)}
            </button>
            {`: ${faultSentence(each, language)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
