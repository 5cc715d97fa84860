'use client'

import { countryWords, serviceWords, transferWords } from '../../privacy/processing/processor-words.js'
import type {
  Activity,
  ControllerRecord,
  ProcessorRecord,
  RecordLanguage,
} from '../../privacy/processing/records.js'
import { labelIn } from '../language.js'
import { reachLabels } from '../messages/processing.js'
import { sayIn } from './use-records.js'

interface PartProps {
  record: ControllerRecord | ProcessorRecord
  language: RecordLanguage
}

/** Whose data, and which. */
export const KindList = ({ kinds, language }: { kinds: Activity['kinds']; language: RecordLanguage }) => (
  <ul>
    {kinds.map(({ code, subjects, data }) => (
      <li key={code}>{`${subjects[language]}. ${data[language]}.`}</li>
    ))}
  </ul>
)

/** What both records tell: who handles data for the installation and where, what it connects to, and what protects it. */
export function SharedParts({ record, language }: PartProps) {
  const say = sayIn(language)
  const { operator, measures } = record
  return (
    <>
      <dl className="torg-processing__facts">
        <dt>{say('operator')}</dt>
        <dd>
          {operator
            ? [operator.name, operator.contact, operator.dataProtectionOfficer].filter(Boolean).join(', ')
            : say('notNamed')}
        </dd>
      </dl>
      <h3>{say('providers')}</h3>
      <Providers record={record} language={language} />
      <h3>{say('transfers')}</h3>
      <Transfers record={record} language={language} />
      <h3>{say('connections')}</h3>
      <Connections record={record} language={language} />
      <h3>{say('measures')}</h3>
      <ul>
        {measures.map(({ code, name }) => (
          <li key={code}>{name[language]}</li>
        ))}
      </ul>
    </>
  )
}

function Providers({ record: { processors }, language }: PartProps) {
  const say = sayIn(language)
  if (!processors) return <p>{say('unknownProviders')}</p>
  if (processors.length === 0) return <p>{say('noProviders')}</p>
  return (
    <ul>
      {processors.map(({ name, services, countries, region }) => (
        <li key={name}>
          {[
            name,
            services.map((one) => serviceWords[one][language]).join(', '),
            [...countries.map((one) => countryWords(one, language)), ...(region ? [region] : [])].join(', '),
          ].join(' · ')}
        </li>
      ))}
    </ul>
  )
}

function Transfers({ record: { transfers }, language }: PartProps) {
  if (transfers.length === 0) return <p>{sayIn(language)('noTransfers')}</p>
  return (
    <ul>
      {transfers.map(({ processor, countries, ground }) => (
        <li key={processor}>
          {`${processor}: ${countries.map((one) => countryWords(one, language)).join(', ')}`}
          {ground && ` (${transferWords[ground][language]})`}
        </li>
      ))}
    </ul>
  )
}

function Connections({ record: { connections }, language }: PartProps) {
  const say = sayIn(language)
  if (connections.length === 0) return <p>{say('noConnections')}</p>
  return (
    <ul>
      {connections.map(({ use, host, reach, processor, undeclared }) => (
        <li key={`${use} ${host}`}>
          {`${say(use === 'database' ? 'database' : 'mail')}: `}
          <code>{host}</code>
          {` (${labelIn(reachLabels[reach], language)}) `}
          {processor && say('declared', { name: processor })}
          {undeclared && <strong className="torg-processing__undeclared">{say('undeclared')}</strong>}
        </li>
      ))}
    </ul>
  )
}
