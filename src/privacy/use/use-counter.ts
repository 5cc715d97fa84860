/** What is counted of the doors that citizens use: these and nothing else. */
export const useKinds = ['app-starts', 'changes', 'lists', 'items', 'calendars', 'feeds', 'pages'] as const
export type UseKind = (typeof useKinds)[number]

/** Fewer than so many are never stored and never shown: they might be few people, or one. */
export const leastShown = 10

/** So many uses of one kind, in one municipality (by its slug), on one day of its zone (`YYYY-MM-DD`). */
export interface UseSum {
  municipality: string
  kind: UseKind
  day: string
  count: number
}

export interface UseCounter {
  /** One more. Takes a municipality and a kind, so that nothing of who asks can come along. */
  count(municipality: string, kind: UseKind): void
  /**
   * What may be stored now, and is not held any more: each sum at least `leastShown`. Smaller ones wait for more of the same day,
   * and are forgotten when that is over. `today` tells the day in a municipality; asked once a minute, it is a minute wrong at midnight.
   */
  take(today: (municipality: string) => string): UseSum[]
  /** Holds again what could not be stored. */
  giveBack(sums: readonly UseSum[]): void
}

/** Counts in memory. A process that dies takes what it holds along. */
export function createUseCounter(): UseCounter {
  const held = new Map<string, { day: string | null; counts: number[] }>()
  const cellsOf = (municipality: string) => {
    const known = held.get(municipality)
    if (known) return known
    const cells = { day: null, counts: useKinds.map(() => 0) }
    held.set(municipality, cells)
    return cells
  }
  return {
    count(municipality, kind) {
      cellsOf(municipality).counts[useKinds.indexOf(kind)]! += 1
    },
    take(today) {
      const sums: UseSum[] = []
      for (const [municipality, cells] of held) {
        const now = today(municipality)
        const day = cells.day ?? now
        useKinds.forEach((kind, at) => {
          const count = cells.counts[at]!
          if (count >= leastShown) sums.push({ municipality, kind, day, count })
          if (count >= leastShown || day !== now) cells.counts[at] = 0
        })
        cells.day = now
      }
      return sums
    },
    giveBack(sums) {
      for (const { municipality, kind, day, count } of sums) {
        const cells = cellsOf(municipality)
        // Of a day that is over nothing is counted to another.
        if (cells.day === null || cells.day === day) cells.counts[useKinds.indexOf(kind)]! += count
      }
    },
  }
}
