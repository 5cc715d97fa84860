import { createClient } from '@libsql/client'
import fs from 'node:fs'
import path from 'node:path'
import { MongoClient, type Document } from 'mongodb'

/** A copy of a whole installation's database and pictures, as an operator would make and put back. */
export interface WholeCopy {
  putBack(): Promise<void>
}

/** Makes one while Torg runs: of the database first, then of the pictures. */
export async function wholeCopy(folder: string, to: string, url: string | undefined): Promise<WholeCopy> {
  const putDatabaseBack = url ? await copyMongo(url) : await copySqlite(folder, to)
  const media = path.join(folder, 'media')
  fs.cpSync(media, path.join(to, 'media'), { recursive: true })
  return {
    async putBack() {
      await putDatabaseBack()
      fs.rmSync(media, { recursive: true, force: true })
      fs.cpSync(path.join(to, 'media'), media, { recursive: true })
    },
  }
}

async function copySqlite(folder: string, to: string): Promise<() => Promise<void>> {
  const [file, copy] = [path.join(folder, 'torg.db'), path.join(to, 'torg.db')]
  const client = createClient({ url: `file:${file}` })
  await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
  client.close()
  return async () => {
    for (const rest of ['', '-wal', '-shm']) fs.rmSync(file + rest, { force: true })
    fs.copyFileSync(copy, file)
  }
}

async function copyMongo(url: string): Promise<() => Promise<void>> {
  const copy = await withMongo(url, async (client) => {
    const found = new Map<string, Document[]>()
    for (const { name } of await client.db().listCollections().toArray())
      found.set(name, await client.db().collection(name).find().toArray())
    return found
  })
  return () =>
    withMongo(url, async (client) => {
      for (const { name } of await client.db().listCollections().toArray()) {
        await client.db().collection(name).deleteMany({})
        const rows = copy.get(name) ?? []
        if (rows.length > 0) await client.db().collection(name).insertMany(rows)
      }
    })
}

/** Every byte that the installation has stored: files of its folder, the rows of MongoDB. By where it lies. */
export async function storedBytes(folder: string, url: string | undefined): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const each of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue
    found.set(each.name, fs.readFileSync(path.join(each.parentPath, each.name)).toString('latin1'))
  }
  if (url)
    await withMongo(url, async (client) => {
      for (const { name } of await client.db().listCollections().toArray())
        found.set(name, JSON.stringify(await client.db().collection(name).find().toArray()))
    })
  return found
}

async function withMongo<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(url)
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}
