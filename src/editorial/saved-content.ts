import { carryOccurrences } from '../calendar/carry-occurrences.js'
import type { EventContent } from '../calendar/event-content.js'
import { contentOf } from './content.js'
import type { Content, ModeratedKind, WorkingDocument } from './working-document.js'

/**
 * The content that a save leaves, and the fields of the form that it has otherwise than they were sent: what is left out,
 * moved and noted in a series goes along when its time is changed, whoever sends the change.
 */
export function savedContent(
  kind: ModeratedKind,
  { content: before }: WorkingDocument,
  doc: Record<string, unknown>,
): { content: Content; native: Record<string, unknown> } {
  const sent = contentOf(kind, doc)
  if (kind !== 'event' || !before) return { content: sent, native: {} }
  const content = carryOccurrences(before as EventContent, sent as EventContent)
  if (content === sent) return { content, native: {} }
  const rows = Array.isArray(doc.overrides) ? (doc.overrides as Record<string, unknown>[]) : []
  const { exceptions, additions } = content
  const overrides = rows.map((row, index) => {
    const { occurrence, start, end } = content.overrides[index]!
    return { ...row, occurrence, start, end }
  })
  return { content, native: { exceptions, additions, overrides } }
}
