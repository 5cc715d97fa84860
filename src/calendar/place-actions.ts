import type { EventContent } from './event-content.js'
import type { ErrorCode } from '../shared/errors.js'
import type { Labels } from '../moderation/reasons.js'
import type { Actor } from '../tenancy/actor.js'
import { isEditorOf } from '../tenancy/membership.js'

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

/**
 * Whether a place that somebody enters is in the public register at once: that of an editor is, another's when an editor
 * has decided on something that uses it.
 */
export const isOpenAtOnce = (actor: Actor, municipality: string): boolean =>
  isEditorOf(actor, municipality, null)

interface NamesPlaces {
  place?: unknown
  address?: unknown
  overrides?: unknown
}
const overridesOf = ({ overrides }: NamesPlaces) =>
  (Array.isArray(overrides) ? overrides : []) as { place?: unknown }[]

/** Whether an event, or edits of one, take place there, as a whole or at one of its times. */
export const namesPlace = (content: NamesPlaces | null | undefined, place: string): boolean =>
  Boolean(content) && [content!, ...overridesOf(content!)].some((each) => each.place === place)

const noAddress: EventContent['address'] = { name: null, address: null, latitude: null, longitude: null }

/**
 * The event without the place: it says no place any more. Where one of its times loses its own, the whole event says none,
 * since a time without one takes place where the event does, which would send citizens to the wrong place; and an address
 * that was typed beside it is emptied, which would come out in its stead. The author chooses again.
 */
export function withoutPlace<T extends NamesPlaces>(content: T, place: string): T {
  if (!namesPlace(content, place)) return content
  const overrides = overridesOf(content).map((each) =>
    each.place === place ? { ...each, place: null } : each,
  )
  return {
    ...content,
    place: null,
    ...(content.address ? { address: noAddress } : {}),
    ...(Array.isArray(content.overrides) ? { overrides } : {}),
  }
}
