'use client'

import type { ReviewItem } from '../../../moderation/review-item.js'
import { useWords } from '../../use-words.js'

/** The rules of the municipality, to go through one by one; one that is not followed becomes the suggested reason. */
export function HouseRules({
  rules,
  broken,
  onChange,
}: {
  rules: ReviewItem['houseRules']
  broken: string | null
  onChange: (code: string | null) => void
}) {
  const { w, label } = useWords()
  if (rules.length === 0) return null
  return (
    <section className="torg-panel" aria-labelledby="torg-rules">
      <h2 id="torg-rules">{w.houseRules}</h2>
      <p className="torg-help">{w.ruleBrokenHelp}</p>
      <ul className="torg-rules">
        {rules.map((rule) => {
          const id = `torg-rule-${rule.code}`
          return (
            <li key={rule.code} data-broken={broken === rule.code || undefined}>
              <span id={id}>{label(rule.label)}</span>
              <label className="torg-box">
                <input
                  type="checkbox"
                  aria-describedby={id}
                  checked={broken === rule.code}
                  onChange={(event) => onChange(event.target.checked ? rule.code : null)}
                />
                {w.ruleBroken}
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
