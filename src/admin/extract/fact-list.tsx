import type { ReactNode } from 'react'
import type { Fact } from '../../privacy/extract/extract-parts.js'
import { labelIn, type AdminLanguage } from '../language.js'
import { codeInWords } from '../messages/extract-codes.js'
import { extractLabels, factLabels } from '../messages/extract.js'
import { timeWords } from '../time-words.js'

export interface Reading {
  zone: string
  language: AdminLanguage
}

/** What a row says, name by name. */
export function FactList({ facts, reading }: { facts: Readonly<Record<string, Fact>>; reading: Reading }) {
  return (
    <dl className="torg-extract__facts">
      {Object.entries(facts).map(([name, fact]) => (
        <div key={name}>
          <dt>{labelIn(factLabels[name], reading.language) || name}</dt>
          <dd>{shown(name, fact, facts, reading)}</dd>
        </div>
      ))}
    </dl>
  )
}

const isInstant = (fact: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(fact)

/** `facts`: the row in which it stands. */
function shown(name: string, fact: Fact, facts: Readonly<Record<string, Fact>>, reading: Reading): ReactNode {
  const { language, zone } = reading
  if (fact === null) return '–'
  if (typeof fact === 'boolean') return fact ? labelIn(extractLabels.yes, language) : '–'
  if (typeof fact === 'string')
    return isInstant(fact)
      ? timeWords(fact, zone, language)
      : labelIn(codeInWords(name, fact, facts), language) || fact
  if (typeof fact === 'number') return String(fact)
  // What a program has stored for itself is shown as it is.
  if (name === 'value') return <code>{JSON.stringify(fact)}</code>
  if (!Array.isArray(fact)) return <FactList facts={fact as Record<string, Fact>} reading={reading} />
  return (
    <ul>
      {fact.map((each: Fact, index) => (
        <li key={index}>{shown(name, each, facts, reading)}</li>
      ))}
    </ul>
  )
}
