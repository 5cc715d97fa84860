import type { FieldFault } from '../shared/errors.js'
import { accessibilityFacts } from './accessibility.js'

/** What cannot be used of a place, whoever saves it. */
export function placeFaults(data: Record<string, unknown>): FieldFault[] {
  const facts = data.accessibility
  if (facts === undefined || facts === null) return []
  if (Array.isArray(facts) && facts.every((each) => String(each) in accessibilityFacts)) return []
  const message = `Choose among ${Object.keys(accessibilityFacts).join(', ')}`
  return [{ field: 'accessibility', code: 'unknown-code', message }]
}

/**
 * What is wrong with saying that a place is replaced by another; null where nothing is. `replacedBy` are the places of
 * the municipality that are replaced, with what replaces them: who follows them must arrive somewhere.
 */
export function replacementFault(
  id: string,
  by: string,
  replacedBy: ReadonlyMap<string, string>,
): FieldFault | null {
  let at: string | undefined = by
  for (let steps = 0; at !== undefined && at !== id && steps <= replacedBy.size; steps += 1)
    at = replacedBy.get(at)
  if (at === undefined) return null
  return id === by
    ? { field: 'replacedBy', code: 'itself', message: 'A place does not replace itself' }
    : { field: 'replacedBy', code: 'ring', message: 'That place is itself replaced by this one' }
}
