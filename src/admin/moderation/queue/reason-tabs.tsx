'use client'

import type { QueueReason } from '../../../moderation/queue.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'
import { reasonWords } from '../waiting-words.js'

export interface Count {
  reason: QueueReason
  count: number
  more: boolean
}

/** How many there are, as far as anybody counted: `99+`. */
export const countWords = (counts: readonly Count[], andMore: string): string => {
  const sum = counts.reduce((total, { count }) => total + count, 0)
  return counts.some(({ more }) => more) ? fill(andMore, { n: sum }) : String(sum)
}

/** What most come for, first. */
const inOrder: readonly QueueReason[] = ['decision', 'appeal', 'application', 'afterwards', 'confirmation']

/** Why things wait, with how many there are of each; the whole queue first. */
export function ReasonTabs({
  counts,
  chosen,
  onChoose,
}: {
  counts: readonly Count[]
  chosen: QueueReason | null
  onChoose: (reason: QueueReason | null) => void
}) {
  const { w } = useWords()
  const shown = inOrder.flatMap((reason) => counts.filter((each) => each.reason === reason))
  return (
    <div className="torg-reasons" role="group" aria-label={w.whyItWaits}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {w.everything}
        {counts.length > 0 && <span className="torg-count">{countWords(counts, w.andMore)}</span>}
      </button>
      {shown
        .filter(({ count, reason }) => count > 0 || reason === chosen)
        .map((each) => (
          <button
            type="button"
            key={each.reason}
            aria-pressed={chosen === each.reason}
            onClick={() => onChoose(each.reason)}
          >
            {String(w[reasonWords[each.reason]])}
            <span className="torg-count">{countWords([each], w.andMore)}</span>
          </button>
        ))}
    </div>
  )
}
