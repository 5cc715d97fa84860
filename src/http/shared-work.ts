/**
 * Work that several wait for is done once: whoever asks while it goes on gets the same promise. What has ended is
 * forgotten, so that what failed (no memory, say) is tried again by whoever asks next.
 */
export function createSharedWork<K, T>(): (key: K, work: () => T | Promise<T>) => T | Promise<T> {
  const running = new Map<K, Promise<T>>()
  return (key, work) => {
    const before = running.get(key)
    if (before) return before
    const made = work()
    if (!(made instanceof Promise)) return made
    const promise = made.finally(() => running.delete(key))
    running.set(key, promise)
    return promise
  }
}
