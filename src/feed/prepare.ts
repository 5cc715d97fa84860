import type { Publication } from '../publication/publication.js'
import { eventFacts, postFacts, type Sharing } from './facts.js'
import type { Live } from './municipality-index.js'
import { placeOf, type PostEntry } from './post-order.js'
import { searchTextOf } from './search-text.js'
import { storePublication } from './stored-publication.js'
import { timesIn } from './times-in-index.js'
import type { EventEntry } from './timeline.js'

/** All that the index holds of one publication. */
export interface Prepared {
  row: Publication
  event?: EventEntry
  /** Of an event: where its days begin and end. */
  zone?: string
  post?: PostEntry
  /** Of a place that was merged into another: that other. */
  replacedBy?: string | null
}

/**
 * What the index is to hold of a publication, made before any of it is entered. One that cannot be read (written by
 * hand, or by another version) must not stop the feed of all others: it is told by its kind and id, and held as one that
 * is not shown, until a good one follows it.
 */
export function prepare(
  told: Publication,
  shown: (told: Publication) => Publication,
  share: Sharing,
  onFault: (fault: unknown) => void,
): Prepared {
  try {
    return prepared(shown(told), share, onFault)
  } catch {
    // The fault itself could hold words of the content.
    onFault(new Error(`What is stored of a publication cannot be shown: ${told.kind} ${told.id}`))
    return { row: { ...told, data: null, pictures: [] } }
  }
}

function prepared(told: Publication, share: Sharing, onFault: (fault: unknown) => void): Prepared {
  const { data } = told
  if (data?.kind === 'place') return { row: told, replacedBy: data.replacedBy }
  if (data?.kind !== 'event' && data?.kind !== 'post') return { row: told }
  const row = storePublication(told, share)
  if (row.state !== 'live') return { row }
  const text = searchTextOf(data)
  if (data.kind === 'post') {
    const publication = row as Live<'post'>
    return { row, post: { publication, facts: postFacts(data, share), place: placeOf(row, data), text } }
  }
  const facts = eventFacts(data, share)
  const times = timesIn(row.modified, data, onFault)
  return { row, zone: data.zone, event: { publication: row as Live<'event'>, facts, times, text } }
}
