/**
 * Values by key, bounded in number and bytes. Those used since the last generation stay; what nobody asked for during
 * two generations goes.
 */
export interface AnswerCache<T> {
  find(key: string): T | undefined
  /** `size` in bytes. Replaces what is there under the key. */
  keep(key: string, value: T, size: number): void
  /** Takes out everything of which this is true. */
  dropWhere(isUseless: (value: T) => boolean): void
  size(): { answers: number; bytes: number }
}

interface Held<T> {
  value: T
  size: number
}
interface Generation<T> {
  held: Map<string, Held<T>>
  bytes: number
}

export function createAnswerCache<T>(most: { answers: number; bytes: number }): AnswerCache<T> {
  const begin = (): Generation<T> => ({ held: new Map(), bytes: 0 })
  let young = begin()
  let old = begin()
  const take = (from: Generation<T>, key: string): Held<T> | undefined => {
    const one = from.held.get(key)
    if (!one) return undefined
    from.held.delete(key)
    from.bytes -= one.size
    return one
  }
  function put(key: string, one: Held<T>): void {
    take(young, key)
    if ((young.held.size + 1) * 2 > most.answers || (young.bytes + one.size) * 2 > most.bytes) {
      old = young
      young = begin()
    }
    young.held.set(key, one)
    young.bytes += one.size
  }
  return {
    find(key) {
      const here = young.held.get(key)
      if (here) return here.value
      const before = take(old, key)
      if (before) put(key, before)
      return before?.value
    },
    keep(key, value, size) {
      take(old, key)
      // What would fill half of the room alone is made anew each time.
      if (size * 2 <= most.bytes) put(key, { value, size })
      else take(young, key)
    },
    dropWhere(isUseless) {
      for (const generation of [young, old])
        for (const [key, { value }] of generation.held) if (isUseless(value)) take(generation, key)
    },
    size: () => ({
      answers: young.held.size + old.held.size,
      bytes: young.bytes + old.bytes,
    }),
  }
}

/**
 * Tells what is asked for a second time: only that is worth keeping, so that whoever asks for something else each time
 * pushes nothing out. Remembers numbers made of the keys, never the keys.
 */
export function createDoorkeeper(most = 8_192): (key: string) => boolean {
  let young = new Set<number>()
  let old = new Set<number>()
  return (key) => {
    const number = hashOf(key)
    if (young.has(number) || old.has(number)) return true
    young.add(number)
    if (young.size * 2 > most) {
      old = young
      young = new Set()
    }
    return false
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
