import { DomainError } from '../shared/errors.js'
import type { Actor, Surface } from './actor.js'
import { coversSurface, isOperator } from './membership.js'
import { scopeOf, type ScopedCollection } from './scope.js'

export interface Home {
  municipality: string
  organisation: string | null
}

/**
 * Where something new belongs. Who writes for one organisation writes there without naming it; who has a choice must
 * make it; nobody gets further than their memberships, and who names another municipality is told. `surface` is null
 * for pictures.
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
    if (writer)
      return within(wanted, { municipality: writer.municipality!, organisation: wanted.organisation })
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
    return within(wanted, { municipality: own[0]!.municipality!, organisation: organisations[0]! })
  }
  const isThere = ({ municipality }: Actor['memberships'][number]): boolean =>
    wanted.municipality === null || municipality === wanted.municipality
  const wide = surface
    ? []
    : [...editing, ...writing.filter((one) => one.organisation === null)].filter(isThere)
  const there = own.filter(isThere)
  if (wide.length === 0 && there.length === 0 && wanted.municipality !== null) throw notHere()
  const ofThere = [...new Set(there.map((one) => one.organisation!))]
  if (wide.length === 0 && !surface && ofThere.length === 1)
    return { municipality: there[0]!.municipality!, organisation: ofThere[0]! }
  if (wide.length === 0) {
    throw new DomainError('invalid-input', 'Choose the organisation that you write for.', {
      faults: [{ field: 'organisation', code: 'required', message: 'Choose an organisation' }],
    })
  }
  const among = wide.map((one) => one.municipality!)
  return { municipality: chosenOf(among, wanted.municipality), organisation: null }
}

/**
 * The municipality of something that belongs to no organisation (a category, a place, a webhook): one where this account
 * may make it, which is none where it has only some other role.
 */
export function municipalityFor(actor: Actor, collection: ScopedCollection, wanted: string | null): string {
  const scope = scopeOf(actor, collection, 'create')
  return chosenOf(typeof scope === 'object' ? scope.municipalities : [], wanted)
}

function chosenOf(among: string[], wanted: string | null): string {
  const municipality = pick(among, wanted)
  if (municipality) return municipality
  if (wanted) throw notHere()
  throw new DomainError('invalid-input', 'Choose the municipality that this belongs to.', {
    faults: [{ field: 'municipality', code: 'required', message: 'Choose a municipality' }],
  })
}

function within(wanted: { municipality: string | null }, home: Home): Home {
  if (wanted.municipality === null || wanted.municipality === home.municipality) return home
  throw notHere()
}

const notHere = () =>
  new DomainError('not-allowed', 'You do not write in this municipality.', {
    faults: [
      { field: 'municipality', code: 'not-here', message: 'Choose the municipality that you write in' },
    ],
  })

/** The wanted one where it is among them; the only one where none is wanted. */
function pick(among: string[], wanted: string | null): string | null {
  const unique = [...new Set(among)]
  if (wanted) return unique.includes(wanted) ? wanted : null
  return unique.length === 1 ? unique[0]! : null
}

/** The municipality in which this account makes an organisation: the wanted one, or the only one where it decides. */
export function municipalityToDecideIn(actor: Actor, wanted: string | null): string {
  const deciding = actor.memberships.filter((one) => ['editor', 'municipality-admin'].includes(one.role))
  const chosen = pick(
    deciding.flatMap((one) => one.municipality ?? []),
    wanted,
  )
  if (chosen) return chosen
  throw new DomainError('not-allowed', 'Choose a municipality in which you decide about organisations.', {
    faults: [{ field: 'municipality', code: 'required', message: 'Choose a municipality of yours' }],
  })
}

/** The home of an account that this one makes: any for an operator, else a municipality of which it is an admin. */
export function homeOfAccount(actor: Actor, wanted: string | null): string | null {
  if (isOperator(actor)) return wanted
  const admins = actor.memberships.filter(({ role }) => role === 'municipality-admin')
  const home = pick(
    admins.flatMap((one) => one.municipality ?? []),
    wanted,
  )
  if (home) return home
  throw new DomainError('not-allowed', 'Choose a municipality of which you are an admin.', {
    faults: [{ field: 'homeMunicipality', code: 'required', message: 'Choose a municipality of yours' }],
  })
}
