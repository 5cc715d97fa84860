'use client'

import { languageNames } from '../fields/choice-field.js'
import { useWords } from '../use-words.js'
import type { Town } from './apply-view.js'
import { useTownLanguage } from './use-town-language.js'

/** The head of a public page: whose it is, and in which language it is read. */
export function PageHead({ town, title }: { town: Town; title: string }) {
  const { w } = useWords()
  const { language, choose } = useTownLanguage(town)
  return (
    <header className="torg-apply__head">
      <p className="torg-about">{town.name}</p>
      <h1>{title}</h1>
      {town.languages.length > 1 && (
        <div className="torg-choices" role="group" aria-label={w.language}>
          {town.languages.map((one) => (
            <button
              type="button"
              key={one}
              lang={one}
              aria-pressed={one === language}
              onClick={() => choose(one)}
            >
              {languageNames[one] ?? one}
            </button>
          ))}
        </div>
      )}
    </header>
  )
}
