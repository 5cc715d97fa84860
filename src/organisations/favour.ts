import { DomainError } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import { belongsTo, decidesOnOrganisations } from '../tenancy/membership.js'

/** What of an organisation says how far it is trusted, where it may publish and how much. */
export interface Favour {
  kind?: unknown
  trust?: unknown
  surfaces?: unknown
  dailyLimit?: unknown
}

/** Whether a list or a single value is set to another one; the order of a list says nothing. */
function differs(wanted: unknown, before: unknown): boolean {
  if (wanted === undefined) return false
  const plain = (value: unknown) => (Array.isArray(value) ? [...value].sort().join() : (value ?? null))
  return plain(wanted) !== plain(before)
}

/**
 * Why this account may not set this; null where it may. A unit of the municipality publishes without a second pair of
 * eyes, and a trusted organisation without review: only who may approve organisations makes a unit, and nobody says how
 * far their own organisation is trusted, where it may publish or how much a day. `before` is null for a new organisation.
 */
export function favourRefusal(
  actor: Actor,
  wanted: Favour,
  before: (Favour & { id: string }) | null,
  municipality: string,
): DomainError | null {
  const makesUnit = wanted.kind === 'unit' && before?.kind !== 'unit'
  const favours = (['trust', 'surfaces', 'dailyLimit'] as const).some((field) =>
    differs(wanted[field], before?.[field]),
  )
  if (makesUnit && !decidesOnOrganisations(actor, municipality))
    return new DomainError('not-allowed', 'Your account may not approve organisations.')
  if (before && (makesUnit || favours) && belongsTo(actor, { municipality, organisation: before.id })) {
    return new DomainError(
      'four-eyes',
      'You belong to this organisation. Somebody else at the municipality decides about it.',
    )
  }
  return null
}
