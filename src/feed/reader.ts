import type { Publication } from '../publication/publication.js'

/** Where the feed's publications come from: the only thing that it asks a database for. */
export interface PublicationReader {
  /** Streams every publication there is, in any order; may leave out those that are forgotten at `now`. */
  readAll(onRow: (publication: Publication) => void, now: Date): Promise<void>
  /** The highest change number among those that are forgotten at `now`, by municipality. */
  forgottenNumbers(now: Date): Promise<Record<string, number>>
  /** The publications of one municipality whose change number is larger, in the order of their numbers. */
  readSince(municipality: string, after: number): Promise<Publication[]>
  /** The latest change number of each municipality. */
  latestNumbers(): Promise<Record<string, number>>
  /** Calls back soon after each change, where the database can; returns how to stop. */
  onChange?(wake: () => void): () => void
}
