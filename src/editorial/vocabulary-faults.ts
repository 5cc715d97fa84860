import type { EventContent } from '../calendar/event-content.js'
import type { PostContent } from '../community/post-content.js'
import type { FieldFault } from '../shared/errors.js'
import type { Surroundings } from './surroundings.js'

/** Codes that the municipality's own vocabularies do not have: a filter would never find them. */
export function vocabularyFaults(
  content: Pick<EventContent | PostContent, 'audiences' | 'areas'>,
  { audiences, areas }: Surroundings['municipality'],
): FieldFault[] {
  const unknown = (field: 'audiences' | 'areas', known: string[]): FieldFault[] =>
    Array.isArray(content[field]) && content[field].some((code) => !known.includes(code))
      ? [{ field, code: 'unknown-code', message: 'Choose among those of the municipality.' }]
      : []
  return [...unknown('audiences', audiences), ...unknown('areas', areas)]
}
