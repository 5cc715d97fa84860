'use client'

import { countWords } from '../moderation/queue/reason-tabs.js'
import { useCounts } from '../moderation/queue/use-counts.js'
import { useWords } from '../use-words.js'

/** The way to the workbench, with how much waits there. */
export function QueueLink() {
  const { w } = useWords()
  const counts = useCounts(null)
  const sum = counts.reduce((total, { count }) => total + count, 0)
  return (
    <a className="torg-home" href="/admin/moderation">
      {w.workbench}
      {sum > 0 && <span className="torg-count">{countWords(counts, w.andMore)}</span>}
    </a>
  )
}
