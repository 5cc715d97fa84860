import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { MongoClient, type Db } from 'mongodb'
import type { Publication } from '../../publication/publication.js'
import { findMongodb } from '../mongod.mjs'
import { Said } from '../tools/child.mjs'
import { catalogue } from './catalogue.js'

export interface Database {
  /** Address of a database of its own for so many publications. */
  url(count: number): string
  urlNamed(name: string): string
  db(count: number): Db
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A replica set of one on loopback, from the `mongod` that the tests use, with an empty folder. */
export async function startDatabase(folder: string): Promise<Database> {
  const found = await findMongodb()
  if (found.missing) throw new Said(`The bench needs MongoDB. ${found.missing}`)
  const mongod = found.binary ? await startMongod(found.binary, folder) : null
  const address = new URL(mongod?.uri ?? found.uri!)
  const client = await MongoClient.connect(address.href)
  const name = (count: number): string => `torg_bench_${count}`
  const urlNamed = (named: string): string => {
    const url = new URL(address)
    url.pathname = `/${named}`
    return url.href
  }
  return {
    url: (count) => urlNamed(name(count)),
    urlNamed,
    db: (count) => client.db(name(count)),
    async stop() {
      await client.close()
      await mongod?.stop()
    },
  }
}

async function startMongod(
  binary: string,
  folder: string,
): Promise<{ uri: string; stop: () => Promise<void> }> {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'bench']
  const log = ['--logpath', path.join(folder, 'mongod.log'), '--wiredTigerCacheSizeGB', '1']
  const child = spawn(binary, [...args, ...log], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const direct = await MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`)
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }]
  await direct.db('admin').command({ replSetInitiate: { _id: 'bench', members } })
  const isPrimary = async (): Promise<boolean> =>
    Boolean((await direct.db('admin').command({ hello: 1 })).isWritablePrimary)
  while (!(await isPrimary())) await new Promise((resolve) => setTimeout(resolve, 50))
  await direct.close()
  return {
    uri: `mongodb://127.0.0.1:${port}/?replicaSet=bench`,
    stop: () => (child.kill('SIGTERM'), ended),
  }
}

const dates = ['visibleFrom', 'visibleUntil', 'published', 'modified', 'ended'] as const

/** A publication as Payload's adapter stores it. */
function asDocument({ id, ...row }: Publication): Record<string, unknown> {
  const instants = dates.map((name) => [name, row[name] === null ? null : new Date(row[name])])
  return { _id: id, ...row, ...Object.fromEntries(instants), cause: 'bench' }
}

/** Writes the catalogue straight into a database; resolves with the mean size of a publication as JSON, in bytes. */
export async function fill(db: Db, count: number, now: Date): Promise<number> {
  await db.dropDatabase()
  const publications = db.collection<{ _id: string }>('publications')
  const latest = new Map<string, number>()
  let bytes = 0
  const batch: { _id: string }[] = []
  for (const publication of catalogue(count, now)) {
    bytes += Buffer.byteLength(JSON.stringify(publication))
    latest.set(publication.municipality, publication.number)
    batch.push(asDocument(publication) as { _id: string })
    if (batch.length === 1_000) await publications.insertMany(batch.splice(0))
  }
  if (batch.length > 0) await publications.insertMany(batch)
  const counters = [...latest].map(([_id, last]) => ({ _id, last }))
  await db.collection<{ _id: string }>('change-counters').insertMany(counters)
  await publications.createIndex({ municipality: 1, number: 1 }, { unique: true })
  // For the question that Payload's own REST is asked: without it every event of the city is looked at.
  await publications.createIndex({ municipality: 1, 'data.categories': 1, 'data.start': 1 })
  return bytes / count
}
