/** Values of which only the least is wanted, again and again. */
export interface Heap {
  add(value: number): void
  top(): number | undefined
  drop(): void
  /** Puts another value, not less, in the place of the least. */
  replace(value: number): void
}

export function createHeap(compare: (a: number, b: number) => number): Heap {
  const values: number[] = []
  const isLess = (one: number, other: number): boolean => compare(values[one]!, values[other]!) < 0
  const swap = (one: number, other: number): void => {
    const kept = values[one]!
    values[one] = values[other]!
    values[other] = kept
  }
  function sink(): void {
    for (let at = 0; ;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < values.length && isLess(child, least)) least = child
      if (least === at) return
      swap(at, least)
      at = least
    }
  }
  const replace = (value: number): void => {
    values[0] = value
    sink()
  }
  return {
    add(value) {
      values.push(value)
      for (let at = values.length - 1; at > 0;) {
        const parent = (at - 1) >> 1
        if (!isLess(at, parent)) return
        swap(at, parent)
        at = parent
      }
    },
    top: () => values[0],
    drop() {
      const last = values.pop()!
      if (values.length > 0) replace(last)
    },
    replace,
  }
}
