import type { FeedIndex } from './feed-index.js'
import type { Setting } from './formats/setting.js'
import type { Live, MunicipalityIndex } from './municipality-index.js'
import type { Query } from './parameters.js'
import type { MunicipalityData } from '../publication/public-data.js'
import type { Publication, PublicationKind } from '../publication/publication.js'
import { DomainError } from '../shared/errors.js'

/** One request at a door of one municipality: what it is about, and what was asked. */
export interface MunicipalityDoor {
  municipality: MunicipalityIndex
  setting: Setting
  query: Query
  now: Date
  /** The last part of the path, where the route has one. */
  id: string
  /** This address, absolute, with its parameters. */
  selfUrl: string
  /** What one item says in one form, named by `key`, in the language asked for: made once, used in every list. */
  piece(publication: Publication, key: string, make: () => unknown): Buffer
}

/** The municipality of an address. Unknown ones are 404, closed ones 410. */
export function findMunicipality(
  index: FeedIndex,
  slug: string,
  now: Date,
): MunicipalityIndex & { data: MunicipalityData } {
  const municipality = index.municipality(slug)
  const row = municipality?.municipality()
  if (!municipality || !row) throw new DomainError('not-found', 'There is no such municipality here.')
  refuseAbsent(municipality.presence(row, now))
  return { ...municipality, data: row.data as MunicipalityData }
}

/** A visible item by its id, or the reason why it is not there: 410 for 90 days with what citizens may know, else 404. */
export function findLive<K extends PublicationKind>(
  { municipality, id, now }: Pick<MunicipalityDoor, 'municipality' | 'id' | 'now'>,
  kind: K,
): Live<K> {
  const row = municipality.find(kind, id)
  if (!row) throw new DomainError('not-found', 'There is nothing at this address.')
  refuseAbsent(municipality.presence(row, now))
  return row as Live<K>
}

function refuseAbsent(presence: ReturnType<MunicipalityIndex['presence']>): void {
  if (presence.status === 404) throw new DomainError('not-found', 'There is nothing at this address.')
  if (presence.status === 410) {
    const { state, reason, explanation } = presence
    throw new DomainError('gone', 'This was public and is no longer.', {
      facts: { state, ...(reason && { reason }), ...(explanation && { explanation }) },
    })
  }
}
