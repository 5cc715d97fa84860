'use client'

import type { Activity, ControllerRecord, RecordLanguage } from '../../privacy/processing/records.js'
import { dataGroups, groupsOf } from '../../privacy/processing/data-groups.js'
import type { StoredData } from '../../privacy/processing/stored-data.js'
import { groundWords, keptWords } from '../../privacy/retention/retention-words.js'
import { KindList, SharedParts } from './shared-parts.js'
import { sayIn } from './use-records.js'

interface ControllerPartProps {
  record: ControllerRecord
  /** Where the same is as a file. */
  address: string
  language: RecordLanguage
}

/** The record of the municipality as controller. */
export function ControllerPart({ record, address, language }: ControllerPartProps) {
  const say = sayIn(language)
  const { controller, municipality, activities, recipients, webhooks } = record
  return (
    <section className="torg-panel" aria-labelledby="torg-controller">
      <h2 id="torg-controller">{say('asController')}</h2>
      <p className="torg-buttons">
        <a className="torg-button" href={address} download>
          {say('asFile')}
        </a>
        <a href={`/${municipality}/privacy?lang=${language}`}>{say('toPublic')}</a>
      </p>
      <dl className="torg-processing__facts">
        <dt>{say('controller')}</dt>
        <dd>{controller.name}</dd>
        <dt>{say('officer')}</dt>
        <dd>{controller.dataProtectionContact ?? say('notNamed')}</dd>
      </dl>
      {activities.map((one) => (
        <ActivityPart key={one.purpose} activity={one} language={language} />
      ))}
      <h3>{say('recipients')}</h3>
      <ul>
        {recipients.map(({ code, name }) => (
          <li key={code}>{name[language]}</li>
        ))}
      </ul>
      <p>{say('webhooks', { n: webhooks })}</p>
      <SharedParts record={record} language={language} />
    </section>
  )
}

function ActivityPart({ activity, language }: { activity: Activity; language: RecordLanguage }) {
  const say = sayIn(language)
  return (
    <>
      <h3>{activity.name[language]}</h3>
      <p>{say('ground', { ground: groundWords[activity.ground][language] })}</p>
      <h4>{say('whose')}</h4>
      <KindList kinds={activity.kinds} language={language} />
      <table className="torg-log__entries">
        <thead>
          <tr>
            {(['stored', 'fields', 'howLong'] as const).map((word) => (
              <th key={word} scope="col">
                {say(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {activity.stored.map((one) => (
            <StoredLine key={one.collection} stored={one} language={language} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function StoredLine({ stored, language }: { stored: StoredData; language: RecordLanguage }) {
  const say = sayIn(language)
  const fields = [...new Set(Object.values(stored.fields).flat())].join(', ')
  return (
    <tr>
      <td data-label={say('stored')}>
        <strong>{stored.name[language]}</strong>
      </td>
      <td data-label={say('fields')}>
        <ul>
          {groupsOf(stored).map((group) => (
            <li key={group}>{dataGroups[group][language]}</li>
          ))}
        </ul>
        <details className="torg-details">
          <summary>{say('technicalNames')}</summary>
          <code className="torg-processing__fields">{fields}</code>
        </details>
      </td>
      <td data-label={say('howLong')}>
        <ul>
          {stored.otherwise && <li>{stored.otherwise[language]}</li>}
          {stored.kept.map((one) => (
            <li key={one.category}>{keptWords(one, language)}</li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
