import { noAnnouncements } from '../calendar/event-content.js'
import { expandOccurrences } from '../calendar/occurrences.js'
import type { EventData } from '../publication/public-data.js'
import { projectionOf } from './project.js'
import type { WorkingDocument } from './working-document.js'

const day = 86_400_000

/** Whether the approved event has an occurrence of this original start (an instant in UTC, or a date). */
export function occursAt(document: WorkingDocument, occurrence: string): boolean {
  if (!document.approvedSnapshot) return false
  const at = new Date(occurrence)
  const data = projectionOf(
    'event',
    { ...document, announcements: noAnnouncements },
    document.approvedSnapshot,
    at,
  ) as EventData
  // A moved occurrence lies elsewhere but keeps its name: ask the series as it was before anything was moved.
  const found = expandOccurrences(
    { ...data, overrides: [] },
    { from: new Date(at.getTime() - 2 * day), to: new Date(at.getTime() + 2 * day) },
  )
  return found.some((each) => each.occurrence === occurrence)
}
