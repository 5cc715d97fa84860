'use client'

import type { ProcessorRecord, RecordLanguage } from '../../privacy/processing/records.js'
import { KindList, SharedParts } from './shared-parts.js'
import { sayIn } from './use-records.js'

/** The record of whoever runs Torg as processor: for the municipalities that the account may see. */
export function ProcessorPart({ record, language }: { record: ProcessorRecord; language: RecordLanguage }) {
  const say = sayIn(language)
  return (
    <section className="torg-panel" aria-labelledby="torg-processor">
      <h2 id="torg-processor">{say('asProcessor')}</h2>
      <p className="torg-buttons">
        <a className="torg-button" href="/api/processing/processor" download>
          {say('asFile')}
        </a>
      </p>
      <h3>{say('done')}</h3>
      {record.controllers.map(({ municipality, name, dataProtectionContact, activities }) => (
        <div key={municipality}>
          <h4>{name}</h4>
          <p>{`${say('officer')}: ${dataProtectionContact ?? say('notNamed')}`}</p>
          <ul>
            {activities.map((one) => (
              <li key={one.purpose}>
                {one.name[language]}
                <KindList kinds={one.kinds} language={language} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <SharedParts record={record} language={language} />
    </section>
  )
}
