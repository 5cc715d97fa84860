import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { MongoClient, type Document } from 'mongodb'

type Environment = Record<string, string>

/** A copy of the database of a Torg that is stopped: its files on SQLite, its collections on MongoDB. */
export interface DatabaseCopy {
  /** Puts it back: over the files, or into a new database. Gives the environment in which Torg finds it. */
  putBack(env: Environment): Promise<Environment>
}

export const copyDatabase = (env: Environment): Promise<DatabaseCopy> =>
  env.DATABASE_URL ? copyCollections(env.DATABASE_URL) : Promise.resolve(copyFiles(env.TORG_DATA_DIR!))

const ofDatabase = ['torg.db', 'torg.db-wal', 'torg.db-shm']

function copyFiles(folder: string): DatabaseCopy {
  const files = new Map<string, Buffer>()
  for (const name of ofDatabase)
    if (fs.existsSync(path.join(folder, name))) files.set(name, fs.readFileSync(path.join(folder, name)))
  return {
    putBack(env) {
      for (const name of ofDatabase) fs.rmSync(path.join(folder, name), { force: true })
      for (const [name, bytes] of files) fs.writeFileSync(path.join(folder, name), bytes)
      return Promise.resolve(env)
    },
  }
}

async function copyCollections(url: string): Promise<DatabaseCopy> {
  const found = new Map<string, Document[]>()
  await withMongo(url, async (client) => {
    for (const { name } of await client.db().listCollections().toArray())
      found.set(name, await client.db().collection(name).find().toArray())
  })
  return {
    async putBack(env) {
      const other = new URL(url)
      other.pathname = `/torg_${randomBytes(6).toString('hex')}`
      await withMongo(other.toString(), async (client) => {
        for (const [name, rows] of found)
          if (rows.length > 0) await client.db().collection(name).insertMany(rows)
      })
      return { ...env, DATABASE_URL: other.toString() }
    },
  }
}

async function withMongo(url: string, work: (client: MongoClient) => Promise<void>): Promise<void> {
  const client = await MongoClient.connect(url)
  try {
    await work(client)
  } finally {
    await client.close()
  }
}
