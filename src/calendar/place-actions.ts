import type { ErrorCode } from '../shared/errors.js'
import type { Labels } from '../moderation/reasons.js'

export type PlaceAction = 'withdraw' | 'erase'

/** What the actor is to the municipality of a place, and whether the place is in the public register. */
export interface PlaceFacts {
  editor: boolean
  municipalityAdmin: boolean
  public: boolean
}

/** Buttons and what they ask for. A withdrawn place is there for the forms, and open again with the next decision. */
export const placeActions: Record<PlaceAction, { label: Labels; reason: 'required' | 'none' }> = {
  withdraw: {
    label: { sv: 'Ta ur registret', nb: 'Ta ut av registeret', en: 'Take out of the register' },
    reason: 'none',
  },
  erase: { label: { sv: 'Radera helt', nb: 'Slett helt', en: 'Erase' }, reason: 'required' },
}

/**
 * Why this account may not take the place out of the public register, or have it forgotten; null where it may. Editors
 * take out what is public; only the municipality's admin erases, as with content.
 */
export function placeRefusal(
  action: PlaceAction,
  facts: PlaceFacts,
): { code: ErrorCode; message: string } | null {
  if (action === 'erase')
    return facts.municipalityAdmin
      ? null
      : { code: 'not-allowed', message: 'Only the administrator of the municipality erases a place.' }
  if (!facts.editor)
    return { code: 'not-allowed', message: 'Only an editor of the municipality takes a place down.' }
  return facts.public
    ? null
    : { code: 'not-possible-in-this-state', message: 'The place is not in the public register.' }
}

interface NamesPlaces {
  place?: unknown
  overrides?: unknown
}
const overridesOf = ({ overrides }: NamesPlaces) =>
  (Array.isArray(overrides) ? overrides : []) as { place?: unknown }[]

/** Whether an event, or edits of one, take place there, as a whole or at one of its times. */
export const namesPlace = (content: NamesPlaces | null | undefined, place: string): boolean =>
  Boolean(content) && [content!, ...overridesOf(content!)].some((each) => each.place === place)

/** The event without the place: it says no place any more, at that time or at all. */
export function withoutPlace<T extends NamesPlaces>(content: T, place: string): T {
  const leave = <Each extends { place?: unknown }>(each: Each): Each =>
    each.place === place ? { ...each, place: null } : each
  return {
    ...leave(content),
    ...(Array.isArray(content.overrides) ? { overrides: overridesOf(content).map(leave) } : {}),
  }
}
