import { DomainError } from '../shared/errors.js'
import type { Actor, Surface } from './actor.js'
import { coversSurface } from './membership.js'

export interface Home {
  municipality: string
  organisation: string | null
}

/**
 * Where something new belongs. Who writes for one organisation writes there, whatever the client says; who has a
 * choice must make it; nobody gets further than their memberships. `surface` is null for pictures and places.
 */
export function homeOf(
  actor: Actor,
  wanted: { municipality: string | null; organisation: string | null },
  surface: Surface | null,
): Home {
  const writing = actor.memberships.filter(
    (one) =>
      ['contributor', 'organisation-admin', 'api-client'].includes(one.role) && one.municipality !== null,
  )
  const editing = actor.memberships.filter(
    (one) =>
      actor.kind !== 'machine' &&
      ['editor', 'municipality-admin'].includes(one.role) &&
      one.municipality !== null &&
      (!surface || coversSurface(one, surface)),
  )
  const own = writing.filter((one) => one.organisation !== null)
  if (wanted.organisation) {
    const writer = own.find((one) => one.organisation === wanted.organisation)
    if (writer) return { municipality: writer.municipality!, organisation: wanted.organisation }
    // Editors, and keys of a whole municipality, name any organisation there; the caller checks that it is there.
    const wide = [...editing, ...writing.filter((one) => one.organisation === null)]
    const chosen = pick(
      wide.map((one) => one.municipality!),
      wanted.municipality,
    )
    if (chosen) return { municipality: chosen, organisation: wanted.organisation }
    throw new DomainError('not-allowed', 'You cannot write for this organisation.')
  }
  const organisations = [...new Set(own.map((one) => one.organisation!))]
  if (organisations.length === 1 && editing.length === 0) {
    return { municipality: own[0]!.municipality!, organisation: organisations[0]! }
  }
  if (surface) {
    throw new DomainError('invalid-input', 'Choose the organisation that you write for.', {
      faults: [{ field: 'organisation', code: 'required', message: 'Choose an organisation' }],
    })
  }
  const municipality = pick(
    actor.memberships.flatMap((one) => one.municipality ?? []),
    wanted.municipality,
  )
  if (municipality) return { municipality, organisation: null }
  throw new DomainError('invalid-input', 'Choose the municipality that this belongs to.', {
    faults: [{ field: 'municipality', code: 'required', message: 'Choose a municipality' }],
  })
}

/** The wanted one where it is among them; the only one where none is wanted. */
function pick(among: string[], wanted: string | null): string | null {
  const unique = [...new Set(among)]
  if (wanted) return unique.includes(wanted) ? wanted : null
  return unique.length === 1 ? unique[0]! : null
}
