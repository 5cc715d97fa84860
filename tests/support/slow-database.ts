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
