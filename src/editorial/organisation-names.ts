import type { Payload } from 'payload'
import type { PublicItem } from '../publication/public-data.js'
import { publicName } from './snapshot.js'
import type { Surroundings } from './surroundings.js'
import type { Write } from './together.js'
import type { Snapshot } from './working-document.js'
import { everyRow } from '../shared/every-row.js'

/**
 * The names by which organisations are public now. A name is part of the organisation's own approved profile, so an
 * item that was decided on under an older one shows the newer: whoever publishes is recognised everywhere at once.
 * One that was erased has none (null), and is no longer named beside others either.
 */
export type Names = ReadonlyMap<string, string | null>
/** Whether an organisation is suspended or has left: it is named beside nobody then, and again when it is back. */
export type Inactive = ReadonlyMap<string, boolean>

/** The snapshot with the organiser and co-organisers as they are called now. */
export async function underPresentNames(
  payload: Payload,
  snapshot: Snapshot,
  { organisation }: Surroundings,
  write: Write,
): Promise<Snapshot> {
  const { copies } = snapshot
  const names = new Map<string, string | null>([[organisation.id, organisation.name]])
  const inactive = new Map<string, boolean>()
  const others = copies.coOrganisers.map((each) => each.id)
  if (others.length > 0) {
    for (const row of await everyRow(payload, 'organisations', { id: { in: others } }, write)) {
      names.set(String(row.id), row.state === 'erased' ? null : publicName(row))
      inactive.set(String(row.id), row.life !== 'approved')
    }
  }
  const coOrganisers = beside(copies.coOrganisers, names, inactive)
  return {
    ...snapshot,
    copies: { ...copies, organisation: called(names)(copies.organisation), coOrganisers },
  }
}

/** The public facts with present names, or null where they say them already. */
export function renamed(
  data: PublicItem | null,
  names: Names,
  inactive: Inactive = new Map(),
): PublicItem | null {
  if (data?.kind !== 'event' && data?.kind !== 'post') return null
  const organisation = called(names)(data.organisation)
  const before = data.kind === 'event' ? data.coOrganisers : []
  const coOrganisers = beside(before, names, inactive)
  const same = coOrganisers.length === before.length && coOrganisers.every((each, at) => each === before[at])
  if (same && organisation === data.organisation) return null
  return data.kind === 'event' ? { ...data, organisation, coOrganisers } : { ...data, organisation }
}

/**
 * The public facts without the names of those who were erased, or null where they have none: of what is hidden, which
 * gets the other names when it comes back.
 */
export const withoutErased = (data: PublicItem | null, names: Names): PublicItem | null =>
  renamed(data, new Map([...names].filter(([, name]) => name === null)))

interface Named {
  id: string
  name: string
  hidden?: true
}

/** Those who are named beside the organiser, as they are called now. */
const beside = (coOrganisers: Named[], names: Names, inactive: Inactive): Named[] =>
  coOrganisers
    .filter((each) => names.get(each.id) !== null)
    .map(called(names))
    .map(marked(inactive))

/** Marked while it is inactive: the mark is what gives the event a new number, so that readers hear of it. */
const marked =
  (inactive: Inactive) =>
  (each: Named): Named => {
    const wanted = inactive.get(each.id)
    if (wanted === undefined || wanted === (each.hidden === true)) return each
    const { hidden: _mark, ...named } = each
    return wanted ? { ...named, hidden: true } : named
  }

const called =
  (names: Names) =>
  (each: Named): Named => {
    const now = names.get(each.id)
    const name = now === null ? '' : now || each.name
    return name === each.name ? each : { ...each, name }
  }
