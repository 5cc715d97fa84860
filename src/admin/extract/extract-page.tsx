'use client'

import { useEffect, useState } from 'react'
import { extractParts, type Extract, type ExtractRow } from '../../privacy/extract/extract-parts.js'
import { fetchJson } from '../fetch-json.js'
import { labelIn } from '../language.js'
import { extractLabels, partLabels } from '../messages/extract.js'
import { timeWords } from '../time-words.js'
import { useWords } from '../use-words.js'
import { FactList, type Reading } from './fact-list.js'

const address = '/api/accounts/extract'

/** The extract to read, part by part; the same as the file. */
export function ExtractPage() {
  const { w, language } = useWords()
  const [found, setFound] = useState<Extract | null | 'failed'>(null)
  useEffect(() => {
    let here = true
    void fetchJson<Extract>(address).then(({ ok, body }) => {
      if (here) setFound(ok ? body : 'failed')
    })
    return () => {
      here = false
    }
  }, [])
  const say = (word: keyof typeof extractLabels) => labelIn(extractLabels[word], language)
  return (
    <div className="torg-workbench torg-extract">
      <h1>{say('title')}</h1>
      {found === 'failed' && (
        <p className="torg-panel" role="alert">
          {w.couldNotLoad}
        </p>
      )}
      {found === null && <p className="torg-none">{w.loading}</p>}
      {found && found !== 'failed' && <Found extract={found} />}
    </div>
  )
}

function Found({ extract: { made, parts } }: { extract: Extract }) {
  const { language } = useWords()
  // Where the reader is: an account may work in several municipalities.
  const reading = { language, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
  const say = (word: keyof typeof extractLabels) => labelIn(extractLabels[word], language)
  const intro = say('intro')
    .replace('{name}', String(parts.account[0]?.facts.username ?? ''))
    .replace('{when}', timeWords(made, reading.zone, language) ?? '')
  return (
    <>
      <p>{intro}</p>
      <p>{say('howLong')}</p>
      <p className="torg-buttons">
        <a className="torg-button" href={address} download>
          {say('asFile')}
        </a>
      </p>
      <nav aria-label={say('contents')}>
        <ul className="torg-extract__contents">
          {extractParts.map((part) => (
            <li key={part}>
              <a href={`#torg-extract-${part}`}>
                {`${labelIn(partLabels[part], language)} (${parts[part].length})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {extractParts.map((part) => (
        <section key={part} className="torg-panel" aria-labelledby={`torg-extract-${part}`}>
          <h2 id={`torg-extract-${part}`}>{labelIn(partLabels[part], language)}</h2>
          <Rows rows={parts[part]} reading={reading} none={say('nothing')} />
        </section>
      ))}
    </>
  )
}

function Rows({ rows, reading, none }: { rows: ExtractRow[]; reading: Reading; none: string }) {
  if (rows.length === 0) return <p className="torg-none">{none}</p>
  return (
    <ul className="torg-extract__rows">
      {rows.map(({ collection, id, facts }) => (
        <li key={`${collection} ${id}`}>
          <FactList facts={facts} reading={reading} />
        </li>
      ))}
    </ul>
  )
}
