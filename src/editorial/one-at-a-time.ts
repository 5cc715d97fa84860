/**
 * Runs what has the same key one after the other within this process. Between processes the compare-and-set and, on
 * MongoDB, the transaction decide; this saves them from conflicts that can be foreseen, and on SQLite, where one
 * process is all there is, it is what makes saves of one document serial.
 */
const tails = new Map<string, Promise<unknown>>()

export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  const tail = mine.catch(() => undefined)
  tails.set(key, tail)
  try {
    return await mine
  } finally {
    if (tails.get(key) === tail) tails.delete(key)
  }
}

export const documentKey = (collection: string, id: string) => `document ${collection} ${id}`
export const municipalityKey = (slug: string) => `municipality ${slug}`
