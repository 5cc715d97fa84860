import type { EventFacts } from './facts.js'

/** What events are looked up by: few events have one of these, so that a list of them needs no look at all the others. */
export const facetNames = ['category', 'organisation', 'place', 'accessibility', 'umbrella'] as const
export type FacetName = (typeof facetNames)[number]

export interface Facets {
  add(facts: EventFacts, place: number): void
  remove(facts: EventFacts, place: number): void
  /** Where the timeline holds the events that have one of the values. */
  having(name: FacetName, values: readonly string[]): ReadonlySet<number>
  /** How many these are at most, told without looking at them. */
  count(name: FacetName, values: readonly string[]): number
}

const nothing: ReadonlySet<number> = new Set()

export function createFacets(): Facets {
  const held = new Map<string, Set<number>>()
  const setsOf = (name: FacetName, values: readonly string[]): ReadonlySet<number>[] =>
    values.map((value) => held.get(`${name} ${value}`) ?? nothing)
  return {
    add(facts, place) {
      for (const key of keysOf(facts)) {
        let places = held.get(key)
        if (!places) held.set(key, (places = new Set()))
        places.add(place)
      }
    },
    remove(facts, place) {
      for (const key of keysOf(facts)) {
        const places = held.get(key)
        places?.delete(place)
        if (places?.size === 0) held.delete(key)
      }
    },
    having(name, values) {
      const sets = setsOf(name, values)
      return sets.length === 1 ? sets[0]! : new Set(sets.flatMap((set) => [...set]))
    },
    count: (name, values) => setsOf(name, values).reduce((sum, set) => sum + set.size, 0),
  }
}

function keysOf(facts: EventFacts): Set<string> {
  const keys = (name: FacetName, values: string[]): string[] => values.map((value) => `${name} ${value}`)
  return new Set([
    ...keys('category', facts.categories),
    ...keys('organisation', facts.organisations),
    ...keys('place', facts.places),
    ...keys('accessibility', facts.accessibility),
    ...keys('umbrella', facts.umbrella ? [facts.umbrella] : []),
  ])
}

/** Which places were merged into which: they are one place from then on, found under each of its ids. */
export interface MergedPlaces {
  set(place: string, replacedBy: string | null): void
  /** The places themselves, those that they became, and all that were merged into these. */
  under(places: readonly string[]): Set<string>
}

export function createMergedPlaces(): MergedPlaces {
  const into = new Map<string, string>()
  const from = new Map<string, Set<string>>()
  return {
    set(place, replacedBy) {
      const before = into.get(place)
      if (before !== undefined) from.get(before)?.delete(place)
      into.delete(place)
      if (replacedBy === null) return
      into.set(place, replacedBy)
      from.set(replacedBy, (from.get(replacedBy) ?? new Set()).add(place))
    },
    under(places) {
      const found = new Set(places)
      for (const place of found) {
        const became = into.get(place)
        if (became !== undefined) found.add(became)
      }
      // A set that grows while it is walked is walked to its end, rings included.
      for (const place of found) for (const merged of from.get(place) ?? []) found.add(merged)
      return found
    },
  }
}
