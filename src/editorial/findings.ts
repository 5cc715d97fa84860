import type { EventContent } from '../calendar/event-content.js'
import { eventFindings } from '../calendar/validate-event.js'
import type { PostContent } from '../community/post-content.js'
import { postFindings } from '../community/validate-post.js'
import type { FieldFault } from '../shared/errors.js'
import type { Surroundings } from './surroundings.js'
import type { Content, ModeratedKind } from './working-document.js'

/** What author and editor should look at; findings never refuse anything. */
export function findingsFor(
  kind: ModeratedKind,
  content: Content,
  around: Surroundings,
  personalData: readonly FieldFault[],
  now: Date,
): FieldFault[] {
  const context = { now, personalData, times: around.times }
  if (kind === 'event') return eventFindings(content as EventContent, context)
  return kind === 'post' ? postFindings(content as PostContent, context) : [...personalData]
}
