import type { PublicItem } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import type { Sharing } from './facts.js'
import type { Standing } from '../publication/visibility.js'

const bytes = Symbol('bytes')
type Stored = Publication & { [bytes]: Buffer }

/** Data that was read lately: two generations of so many. */
const generationSize = 1_000
let young = new WeakMap<Stored, PublicItem>()
let old = new WeakMap<Stored, PublicItem>()
let read = 0

function dataOf(publication: Stored): PublicItem {
  const before = young.get(publication)
  if (before) return before
  const data = old.get(publication) ?? (JSON.parse(publication[bytes].toString()) as PublicItem)
  read += 1
  if (read > generationSize) {
    old = young
    young = new WeakMap()
    read = 1
  }
  young.set(publication, data)
  return data
}

// One for all, so that the objects are of one kind for the engine; enumerable, so that a copy of a publication has it.
const accessor: PropertyDescriptor & ThisType<Stored> = {
  get() {
    return dataOf(this)
  },
  enumerable: true,
}

const given = Symbol('given')

/**
 * Lets a database that has the data as JSON hand it over as it is: nobody needs to write it again. Not enumerable, here
 * and below: a copy of a publication with other data must not carry the bytes of the old.
 */
export const withBytes = (publication: Publication, json: Buffer): Publication =>
  Object.defineProperty(publication, given, { value: json })

const noPictures: string[] = []

/**
 * A publication whose data lies as bytes beside the heap and is read when somebody looks at it: a hundred thousand of
 * them as objects would take twice the memory and all of it would be walked whenever the memory is tidied.
 */
export function storePublication(publication: Publication, share: Sharing): Publication {
  const { data, organisation, published, modified } = publication
  if (data === null) return publication
  // Written out: an object that is spread together takes a third more room.
  const stored = {
    id: publication.id,
    kind: share.text(publication.kind) as Publication['kind'],
    municipality: share.text(publication.municipality),
    organisation: organisation === null ? null : share.text(organisation),
    number: publication.number,
    sequence: publication.sequence,
    state: share.text(publication.state) as Publication['state'],
    active: publication.active,
    hidden: publication.hidden,
    pictures: publication.pictures.length > 0 ? publication.pictures : noPictures,
    visibleFrom: publication.visibleFrom,
    visibleUntil: publication.visibleUntil,
    published: published === modified ? modified : published,
    modified,
    ended: publication.ended,
    reason: publication.reason,
    explanation: publication.explanation,
  }
  const json = (publication as { [given]?: Buffer })[given] ?? Buffer.from(JSON.stringify(data))
  Object.defineProperty(stored, bytes, { value: json })
  return Object.defineProperty(stored, 'data', accessor) as unknown as Publication
}

/** What a publication is seen by, told without reading its data. */
export function standingOf(publication: Publication): Standing {
  if (!(bytes in publication)) return publication
  const { organisation, state, active, visibleFrom, visibleUntil } = publication
  const { modified, ended, reason, explanation } = publication
  return {
    organisation,
    state,
    active,
    visibleFrom,
    visibleUntil,
    modified,
    ended,
    reason,
    explanation,
    data: true,
  }
}
