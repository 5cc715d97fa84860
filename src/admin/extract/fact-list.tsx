import type { ReactNode } from 'react'
import type { Fact } from '../../privacy/extract/extract-parts.js'
import { mailChoiceLabels } from '../../mail/choices.js'
import { roleLabels } from '../../tenancy/role-labels.js'
import { labelIn, type AdminLanguage } from '../language.js'
import { doneLabels, otherKindLabels } from '../messages/audit.js'
import { extractLabels, factLabels, ownCodeLabels } from '../messages/extract.js'
import { logWords } from '../messages/log-words.js'
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
          <dd>{shown(name, fact, reading)}</dd>
        </div>
      ))}
    </dl>
  )
}

const isInstant = (fact: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(fact)

function shown(name: string, fact: Fact, reading: Reading): ReactNode {
  const { language, zone } = reading
  if (fact === null) return '–'
  if (typeof fact === 'boolean') return fact ? labelIn(extractLabels.yes, language) : '–'
  if (typeof fact === 'string')
    return isInstant(fact) ? timeWords(fact, zone, language) : inWords(name, fact, language)
  if (typeof fact === 'number') return String(fact)
  // What a program has stored for itself is shown as it is.
  if (name === 'value') return <code>{JSON.stringify(fact)}</code>
  if (!Array.isArray(fact)) return <FactList facts={fact as Record<string, Fact>} reading={reading} />
  return (
    <ul>
      {fact.map((each: Fact, index) => (
        <li key={index}>{shown(name, each, reading)}</li>
      ))}
    </ul>
  )
}

const codes: Record<string, (code: string) => unknown> = {
  action: (code) => doneLabels[code] ?? logWords.action?.[code],
  kind: (code) => otherKindLabels[code] ?? logWords.kind?.[code] ?? ownCodeLabels[code],
  language: (code) => ownCodeLabels[code],
  noticeMail: (code) => (mailChoiceLabels as Record<string, unknown>)[code],
  purpose: (code) => ownCodeLabels[code],
  disabledBecause: (code) => ownCodeLabels[code],
  role: (code) => (roleLabels as Record<string, unknown>)[code],
  state: (code) => logWords.fromState?.[code],
  publication: (code) => logWords.publication?.[code],
  namedAs: (code) => factLabels[code],
}

const inWords = (name: string, code: string, language: AdminLanguage): string =>
  labelIn(codes[name]?.(code), language) || code
