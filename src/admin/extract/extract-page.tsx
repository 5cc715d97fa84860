import type { Payload } from 'payload'
import { extractAccount } from '../../editorial/extract/extract-account.js'
import { municipalityZone } from '../../editorial/registers.js'
import { extractParts, type ExtractRow } from '../../privacy/extract/extract-parts.js'
import { systemClock } from '../../shared/clock.js'
import type { Actor } from '../../tenancy/actor.js'
import { adminLanguage, labelIn } from '../language.js'
import { extractLabels, partLabels } from '../messages/extract.js'
import { timeWords } from '../time-words.js'
import { FactList, type Reading } from './fact-list.js'

interface ExtractPageProps {
  payload: Payload
  actor: Actor
  language: string
}

/** The extract to read, part by part; the same as the file. Works without any script. */
export async function ExtractPage({ payload, actor, language: code }: ExtractPageProps) {
  const language = adminLanguage(code)
  const zone = actor.homeMunicipality ? await municipalityZone(payload, actor.homeMunicipality) : 'UTC'
  const { made, parts } = await extractAccount(payload, actor.account, systemClock.now())
  const say = (word: keyof typeof extractLabels) => labelIn(extractLabels[word], language)
  const name = String(parts.account[0]?.facts.username ?? '')
  const intro = say('intro')
    .replace('{name}', name)
    .replace('{when}', timeWords(made, zone, language) ?? '')
  return (
    <div className="torg-workbench torg-extract">
      <h1>{say('title')}</h1>
      <p>{intro}</p>
      <p>{say('howLong')}</p>
      <p className="torg-buttons">
        <a className="torg-button" href="/api/accounts/extract" download>
          {say('asFile')}
        </a>
      </p>
      <nav aria-label={say('contents')}>
        <ul className="torg-extract__contents">
          {extractParts.map((part) => (
            <li key={part}>
              <a
                href={`#torg-extract-${part}`}
              >{`${labelIn(partLabels[part], language)} (${parts[part].length})`}</a>
            </li>
          ))}
        </ul>
      </nav>
      {extractParts.map((part) => (
        <section key={part} className="torg-panel" aria-labelledby={`torg-extract-${part}`}>
          <h2 id={`torg-extract-${part}`}>{labelIn(partLabels[part], language)}</h2>
          <Rows rows={parts[part]} reading={{ zone, language }} none={say('nothing')} />
        </section>
      ))}
    </div>
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
