/**
 * Values kept in order, so that a change costs the same whatever their number is: a search in halves and one move of
 * memory. Until the first reading they are only gathered, which makes the filling at the start one single sorting.
 */
export interface SortedList<T> {
  add(value: T): void
  /** Takes out the value that is in the same place of the order. */
  remove(value: T): void
  /** In order. Not to be kept or changed by the caller. */
  all(): readonly T[]
  /** Position of the first value of which `isAfter` is true; it is false of all before and true of all behind. */
  first(isAfter: (value: T) => boolean): number
}

export function createSortedList<T>(compare: (a: T, b: T) => number): SortedList<T> {
  const values: T[] = []
  let sorted = true
  const sort = (): T[] => {
    if (!sorted) values.sort(compare)
    sorted = true
    return values
  }
  const first = (isAfter: (value: T) => boolean): number => firstPosition(sort(), isAfter)
  let read = false
  return {
    add(value) {
      const last = values.length - 1
      if (last < 0 || compare(values[last]!, value) <= 0) values.push(value)
      else if (read)
        values.splice(
          first((one) => compare(one, value) > 0),
          0,
          value,
        )
      else sorted = (values.push(value), false)
    },
    remove(value) {
      const at = first((one) => compare(one, value) >= 0)
      if (at < values.length && compare(values[at]!, value) === 0) values.splice(at, 1)
    },
    all: () => ((read = true), sort()),
    first: (isAfter) => ((read = true), first(isAfter)),
  }
}

/** In a list of which `isAfter` is false up to some position and true from there on: that position. */
export function firstPosition<T>(list: readonly T[], isAfter: (value: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isAfter(list[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
