import type { Running } from './torg.js'

/**
 * From now on a row is written a moment after what its writer has read, as over a network, so that others come in
 * between: the embedded database alone answers without ever letting go of the thread. Returns how to end it.
 */
export function writesSlowly({ payload: { db } }: Running, milliseconds = 40): () => void {
  const late = () => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const create = db.create.bind(db) as typeof db.create
  const update = db.updateOne.bind(db) as typeof db.updateOne
  db.create = async (row) => {
    await late()
    return create(row)
  }
  db.updateOne = async (row) => {
    // What compares and sets reads and writes in one step, however far away the database is.
    if (!row.options?.atomic) await late()
    return update(row)
  }
  return () => void Object.assign(db, { create, updateOne: update })
}

/**
 * The next save of a whole row of a collection is overtaken, after it has read and before it writes, by what somebody
 * else does; or waits a moment for it in vain, where that waits for the save. Returns the answer of the other.
 */
export function overtakenBy<T>(
  { payload: { db } }: Running,
  collection: string,
  act: () => Promise<T>,
  milliseconds = 1_500,
): Promise<T> {
  const update = db.updateOne.bind(db) as typeof db.updateOne
  return new Promise((resolve) => {
    db.updateOne = async (row) => {
      if (row.collection !== collection || row.options?.atomic) return update(row)
      db.updateOne = update
      const acted = act()
      resolve(acted)
      await Promise.race([acted, new Promise((over) => setTimeout(over, milliseconds))])
      return update(row)
    }
  })
}
