import type { Publication } from '../publication/publication.js'
import type { EventData } from '../publication/public-data.js'

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

export function createNamedBeside(isActive: (organisation: string) => boolean): NamedBeside {
  const told = new Map<string, Publication>()
  const naming = new Map<string, Set<string>>()
  const namedIn = (publication: Publication): EventData['coOrganisers'] =>
    publication.data?.kind === 'event' ? publication.data.coOrganisers : []

  return {
    shown(publication) {
      if (publication.kind !== 'event' || publication.state !== 'live') return publication
      const named = namedIn(publication)
      if (named.length === 0) return publication
      told.set(publication.id, publication)
      for (const { id } of named) naming.set(id, (naming.get(id) ?? new Set()).add(publication.id))
      const coOrganisers = named.filter(({ id }) => isActive(id)).map(({ id, name }) => ({ id, name }))
      return { ...publication, data: { ...(publication.data as EventData), coOrganisers } }
    },
    forget(id) {
      const publication = told.get(id)
      if (!publication) return
      told.delete(id)
      for (const each of namedIn(publication)) naming.get(each.id)?.delete(id)
    },
    naming: (organisation) => [...(naming.get(organisation) ?? [])].map((id) => told.get(id)!),
  }
}
