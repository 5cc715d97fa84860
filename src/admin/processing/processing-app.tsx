'use client'

import type { ControllerRecord, ProcessorRecord, RecordLanguage } from '../../privacy/processing/records.js'
import { MunicipalityChoice } from '../moderation/queue/municipality-choice.js'
import { useAddress } from '../moderation/use-address.js'
import { useRegister } from '../use-register.js'
import { useWords } from '../use-words.js'
import { ControllerPart } from './controller-part.js'
import { ProcessorPart } from './processor-part.js'
import { sayIn, useRecord } from './use-records.js'

interface ProcessingAppProps {
  /** The municipalities whose admin or auditor the account is. */
  own: string[]
  /** Whether it runs Torg, and so reads the records of all. */
  operator: boolean
}

const languageNames: Record<RecordLanguage, string> = { sv: 'Svenska', nb: 'Norsk', en: 'English' }

/** Both records to read, in a language of the municipality; the same as the files. */
export function ProcessingApp({ own, operator }: ProcessingAppProps) {
  const { language: admins, w } = useWords()
  const [search, change] = useAddress()
  const all = useRegister<{ id: string }>(operator ? '/api/municipalities?limit=100&depth=0&sort=name' : null)
  const reached = operator ? all.map(({ id }) => id) : own
  const named = search.get('municipality')
  const line = named && reached.includes(named) ? named : (reached[0] ?? null)
  const asController = line
    ? `/api/processing/controller?${new URLSearchParams({ municipality: line })}`
    : null
  const controller = useRecord<ControllerRecord>(asController)
  const processor = useRecord<ProcessorRecord>('/api/processing/processor')
  const choices: RecordLanguage[] =
    controller && controller !== 'failed' ? controller.languages : ['sv', 'nb', 'en']
  const wished = search.get('language')
  const language =
    choices.find((one) => one === wished) ?? choices.find((one) => one === admins) ?? choices[0]!
  const say = sayIn(language)
  return (
    <div className="torg-workbench torg-processing" lang={language}>
      <h1>{say('title')}</h1>
      <p className="torg-about">{say('intro')}</p>
      <MunicipalityChoice
        municipalities={reached}
        chosen={line}
        onChoose={(id) => change({ municipality: id })}
      />
      {choices.length > 1 && (
        <nav aria-label={say('languages')}>
          <ul className="torg-processing__languages">
            {choices.map((one) => (
              <li key={one} lang={one}>
                <button
                  type="button"
                  className="torg-button torg-button--small"
                  aria-pressed={one === language}
                  onClick={() => change({ language: one })}
                >
                  {languageNames[one]}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {[controller, processor].includes('failed') && (
        <p className="torg-panel" role="alert">
          {w.couldNotLoad}
        </p>
      )}
      {processor === null && <p className="torg-none">{w.loading}</p>}
      {controller && controller !== 'failed' && (
        <ControllerPart record={controller} address={asController!} language={language} />
      )}
      {processor && processor !== 'failed' && <ProcessorPart record={processor} language={language} />}
    </div>
  )
}
