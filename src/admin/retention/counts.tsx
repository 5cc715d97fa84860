'use client'

import type { LineCounts } from '../../privacy/retention/shown-retention.js'
import { useRetentionWords } from './use-retention.js'

/** How many of what, each on a line of its own. */
export function Counts({ counts }: { counts: LineCounts }) {
  const { say, category } = useRetentionWords()
  const all = Object.entries(counts)
  if (all.length === 0) return <span className="torg-none">{say('nothing')}</span>
  return (
    <ul className="torg-retention__counts">
      {all.map(([name, count]) => (
        <li key={name}>{`${category(name)}: ${count}`}</li>
      ))}
    </ul>
  )
}
