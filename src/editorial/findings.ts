import type { EventContent } from '../calendar/event-content.js'
import { strayFindings } from '../calendar/stray-occurrences.js'
import { eventFindings } from '../calendar/validate-event.js'
import type { PostContent } from '../community/post-content.js'
import { postFindings } from '../community/validate-post.js'
import type { FieldFault } from '../shared/errors.js'
import { overFindings } from './shown-until.js'
import type { Surroundings } from './surroundings.js'
import { knownOf } from './check-content.js'
import type { Content, ModeratedKind, WorkingDocument } from './working-document.js'

/** What author and editor should look at; findings never refuse anything. */
export function findingsFor(
  kind: ModeratedKind,
  document: WorkingDocument,
  content: Content,
  around: Surroundings,
  personalData: readonly FieldFault[],
  now: Date,
): FieldFault[] {
  const context = { now, personalData, times: around.times }
  const { defaultPostDays } = around.municipality
  const over = overFindings(kind, document, content, { now, defaultPostDays })
  if (kind === 'event') {
    const event = content as EventContent
    return [...eventFindings(event, context), ...over, ...strayFindings(event, knownOf(document), now)]
  }
  return kind === 'post' ? [...postFindings(content as PostContent, context), ...over] : [...personalData]
}
