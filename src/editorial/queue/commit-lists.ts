import type { EventContent } from '../../calendar/event-content.js'
import type { Allowed } from '../../moderation/decision.js'
import { isFlag } from '../../moderation/queue.js'
import { findingFault } from '../../privacy/finding-faults.js'
import type { Columns } from '../compare-and-set.js'
import type { Situation } from '../facts.js'
import { findingsFor } from '../findings.js'
import { personalDataIn, unacceptedIn } from '../personal-data.js'
import { similarEvents } from '../similar-events.js'
import type { WorkingDocument } from '../working-document.js'
import { listColumns, type ListColumns } from './list-columns.js'

/** The columns of editors' lists after an action, from the other columns that it sets. */
export async function listsAfter(
  situation: Situation,
  decision: Allowed,
  columns: Columns,
): Promise<ListColumns & Columns> {
  const { kind, document, now } = situation
  const after = { ...document, ...columns } as WorkingDocument
  const newlyWaits = columns.submittedAt === now.toISOString()
  return listColumns(after, {
    kind,
    unique: document.id,
    at: now.toISOString(),
    ...(newlyWaits ? { flagged: await isMarked(situation, after) } : {}),
    publicChanged: decision.publication !== 'keep',
    unreviewed: decision.byRule || decision.listForReview ? 'out' : decision.looksOver ? 'seen' : 'keep',
  })
}

/** Whether an editor should look twice, as things stand when it is sent in. */
async function isMarked(situation: Situation, after: WorkingDocument): Promise<boolean> {
  const { payload, kind, document, around, now, write } = situation
  if (!after.content) return false
  const found = unacceptedIn(after, after.content, await personalDataIn(situation, after.content))
  const personalData = found.map(findingFault)
  if (findingsFor(kind, document, after.content, around, personalData, now).some(isFlag)) return true
  if (kind !== 'event') return false
  const { startsAt } = after as { startsAt?: string | null }
  const twins = await similarEvents(payload, document, after.content as EventContent, startsAt ?? null, write)
  return twins.length > 0
}
