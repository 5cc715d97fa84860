import { occurrencesAt, type Occurrence } from '../calendar/occurrences.js'
import type { Live } from './municipality-index.js'
import type { EventEntry } from './timeline.js'

export interface LiveOccurrence {
  publication: Live<'event'>
  occurrence: Occurrence
}
/** One that was found in the index: `position` among its event's times. */
export interface FoundOccurrence extends LiveOccurrence {
  position: number
  /** Milliseconds. */
  startsAt: number
}

/** One time of an event, its words made only where somebody asks for them. */
class ShownOccurrence implements FoundOccurrence {
  readonly publication: Live<'event'>
  readonly position: number
  readonly #entry: EventEntry
  #made: Occurrence | undefined

  constructor(entry: EventEntry, position: number) {
    this.publication = entry.publication
    this.position = position
    this.#entry = entry
  }

  get startsAt(): number {
    return this.#entry.times.startsAt[this.position]!
  }

  get occurrence(): Occurrence {
    const { publication, times } = this.#entry
    return (this.#made ??= occurrencesAt(publication.data, times, [this.position])[0]!)
  }
}

export const shownOccurrence = (entry: EventEntry, position: number): FoundOccurrence =>
  new ShownOccurrence(entry, position)
