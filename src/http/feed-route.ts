import type { ParameterName } from '../feed/parameters.js'
import type { ShapeName } from '../feed/shapes/index.js'
import type { MunicipalityDoor } from '../feed/municipality-door.js'

/** One door of a municipality: router, documentation and OpenAPI are made from a table of these. */
export interface FeedRoute {
  /** What programs made from the description call it. */
  name: string
  /** Below `/feed/v1`, as OpenAPI writes it. */
  path: string
  summary: string
  parameters: readonly ParameterName[]
  type: string
  /** Of an answer in our own JSON. */
  shape?: ShapeName
  /** Queries that the documentation shows and the tests ask, with what each is for. */
  examples?: Record<string, string>
  /** Its `next` repeats the address as it was asked for, so that the order of its parameters is kept. */
  keepsAddress?: true
  /** A string, an `Assembly` of pieces, or what is sent as JSON. */
  answer(door: MunicipalityDoor): unknown
}

export const json = 'application/json; charset=utf-8'
export const calendarType = 'text/calendar; charset=utf-8'
export const jsonLdType = 'application/ld+json; charset=utf-8'
export const jsonFeedType = 'application/feed+json; charset=utf-8'
export const rssType = 'application/rss+xml; charset=utf-8'
export const atomType = 'application/atom+xml; charset=utf-8'
