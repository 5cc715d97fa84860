'use client'

import type { ReviewItem } from '../../../moderation/review-item.js'
import { StatementShown } from '../../statement/statement-shown.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'

/** Of an appeal: the decision that it is about, as the organisation was told it, and who took it. */
export function AppealedPanel({ item }: { item: ReviewItem }) {
  const { w } = useWords()
  const { appealed, municipality } = item
  if (!appealed) return null
  return (
    <section className="torg-appealed" aria-labelledby="torg-appealed">
      <h2 id="torg-appealed">{w.appealedHead}</h2>
      <p className={appealed.mine ? 'torg-note' : undefined}>
        {appealed.mine
          ? w.appealedMine
          : appealed.by
            ? fill(w.appealedBy, { who: appealed.by })
            : w.appealedBySomebody}
      </p>
      <StatementShown statement={appealed.statement} municipality={municipality} />
    </section>
  )
}
