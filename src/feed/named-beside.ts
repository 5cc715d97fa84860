import type { Publication } from '../publication/publication.js'
import type { Sharing } from './facts.js'
import { storePublication } from './stored-publication.js'

/**
 * Who is named beside the organiser of an event, and who of them may be now: an organisation that is suspended or has
 * left is named nowhere, and named again when it is reinstated. Held here as it was told, since what the index holds
 * and answers from names only those who are active.
 */
export interface NamedBeside {
  /** The publication as it may be shown, with those names only that are active. */
  shown(told: Publication): Publication
  forget(id: string): void
  /** The publications, as they were told, that name an organisation. */
  naming(organisation: string): Publication[]
}

export function createNamedBeside(
  find: (kind: 'organisation' | 'event', id: string) => Publication | undefined,
  share: Sharing,
): NamedBeside {
  const isActive = (organisation: string): boolean => find('organisation', organisation)?.active === true
  /** Only of those of whom something else is shown than what was told. */
  const told = new Map<string, Publication>()
  const naming = new Map<string, Set<string>>()
  /** The same the other way round: of each event whom it names. */
  const named = new Map<string, string[]>()

  return {
    shown(publication) {
      if (publication.data?.kind !== 'event' || publication.state !== 'live') return publication
      const { coOrganisers } = publication.data
      if (coOrganisers.length === 0) return publication
      const ids = coOrganisers.map(({ id }) => id)
      named.set(publication.id, ids)
      for (const id of ids) naming.set(id, (naming.get(id) ?? new Set()).add(publication.id))
      told.delete(publication.id)
      if (coOrganisers.every(({ id, hidden }) => isActive(id) && !hidden)) return publication
      told.set(publication.id, storePublication(publication, share))
      const active = coOrganisers.filter(({ id }) => isActive(id)).map(({ id, name }) => ({ id, name }))
      return { ...publication, data: { ...publication.data, coOrganisers: active } }
    },
    forget(id) {
      for (const each of named.get(id) ?? []) naming.get(each)?.delete(id)
      named.delete(id)
      told.delete(id)
    },
    naming: (organisation) =>
      [...(naming.get(organisation) ?? [])].map((id) => told.get(id) ?? find('event', id)!),
  }
}
