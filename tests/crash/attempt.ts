export type Collection = 'events' | 'posts'

/** One request of a person: what was asked on which revision, and what was answered (`null`: nothing, the process died). */
export interface Attempt {
  collection: Collection
  document: string | null
  action: string
  /** The revision that it was made on; 0 for something new. */
  revision: number
  /** The title that the document has if it takes effect and it sets one. */
  title: string | null
  answer: null | { status: number; state: string; publication: string; revision: number }
  /** The decision that was answered with 202 and takes effect later: that answer tells no state. */
  held?: string
}

/** A document as a person has read it. */
export interface Seen {
  id: string
  state: string
  publication: string
  revision: number
  title: string
}
