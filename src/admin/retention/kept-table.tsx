'use client'

import { useState } from 'react'
import type { ShownRow } from '../../privacy/retention/shown-retention.js'
import { lengthOf } from '../../privacy/retention/period.js'
import { actionWords, groundWords } from '../../privacy/retention/retention-words.js'
import { useAnnounce } from '../moderation/use-announce.js'
import { PeriodDialogue } from './period-dialogue.js'
import { useRetentionWords } from './use-retention.js'

interface KeptTableProps {
  line: string
  rows: ShownRow[]
  /** Whether the account may choose shorter times. */
  admin: boolean
  onChange: () => Promise<void>
}

/** The table as it stands here: what is kept, why, from when, for how long, and what is done then. */
export function KeptTable({ line, rows, admin, onChange }: KeptTableProps) {
  const { say } = useRetentionWords()
  const announce = useAnnounce()
  const [changing, setChanging] = useState<ShownRow | null>(null)
  const saved = async () => {
    await onChange()
    setChanging(null)
    announce(say('saved'))
  }
  return (
    <section className="torg-panel" aria-labelledby="torg-kept">
      <h2 id="torg-kept">{say('table')}</h2>
      <p>{say('tableWhy')}</p>
      <table className="torg-log__entries">
        <thead>
          <tr>
            {(['what', 'why', 'from', 'howLong', 'then'] as const).map((word) => (
              <th key={word} scope="col">
                {say(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line
              key={row.category}
              row={row}
              onWish={admin && row.shorter ? () => setChanging(row) : null}
            />
          ))}
        </tbody>
      </table>
      {changing && (
        <PeriodDialogue line={line} row={changing} onSaved={saved} onClose={() => setChanging(null)} />
      )}
    </section>
  )
}

/** What another rule than the nightly one sees to, and which has no time at all. */
const isAtOnce = ({ period, doneBy }: ShownRow): boolean => doneBy !== 'nightly-run' && lengthOf(period) === 0

function Line({ row, onWish }: { row: ShownRow; onWish: (() => void) | null }) {
  const { say, period, label } = useRetentionWords()
  const name = label(row.name)
  return (
    <tr>
      <td data-label={say('what')}>
        <strong>{name}</strong>
      </td>
      <td data-label={say('why')}>
        <span>
          {label(row.purpose)} <span className="torg-about">{label(groundWords[row.ground])}</span>
        </span>
      </td>
      <td data-label={say('from')}>{label(row.trigger)}</td>
      <td data-label={say('howLong')}>
        <span>
          {isAtOnce(row) ? say('atOnce') : period(row.period)}
          {row.own && (
            <span className="torg-about">{` ${say('shorterHere', { most: period(row.longest) })}`}</span>
          )}
          {onWish && (
            <>
              {' '}
              <button
                type="button"
                className="torg-button torg-button--small"
                aria-label={say('changeOf', { what: name })}
                onClick={onWish}
              >
                {say('change')}
              </button>
            </>
          )}
        </span>
      </td>
      <td data-label={say('then')}>{label(actionWords[row.action])}</td>
    </tr>
  )
}
