import type { TestProject } from 'vitest/node'
import { scratchFolder } from './scratch.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a replica set listens; empty where no MongoDB was found. */
    mongodb: string
  }
}

/**
 * One real single-node replica set for the whole run: `TORG_TEST_MONGODB_URI`, or a `mongod` named by
 * `MONGOMS_SYSTEM_BINARY` (which `npm test` sets after looking for one). Each test file uses a database of its own.
 */
export default async function startMongodb(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TORG_TEST_MONGODB_URI
  if (given) {
    project.provide('mongodb', given)
    return undefined
  }
  if (!process.env.MONGOMS_SYSTEM_BINARY) {
    project.provide('mongodb', '')
    console.warn(
      'No MongoDB found: its tests are skipped. Run npm test, which finds one, or set TORG_TEST_MONGODB_URI.',
    )
    return undefined
  }
  process.env.MONGOMS_VERSION ??= '6.0.5'
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  const dbPath = scratchFolder('torg-mongodb-')
  const set = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    instanceOpts: [{ dbPath }],
  })
  project.provide('mongodb', set.getUri())
  return async () => {
    await set.stop()
  }
}
