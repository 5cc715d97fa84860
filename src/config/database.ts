import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import path from 'node:path'
import type { Settings } from './env.js'

/**
 * The one place that knows which database runs. Ids are strings in both. SQLite has no transaction here that is safe
 * over several awaited writes, so it has none; see docs/decisions/0003-commit-point.md.
 */
export function databaseAdapter(settings: Settings) {
  if (settings.database === 'mongodb') {
    // A feed process only reads, and is not kept waiting; the others make the indexes.
    const makesIndexes = settings.role !== 'feed'
    return mongooseAdapter({
      url: settings.databaseUrl,
      autoPluralization: false,
      disableIndexHints: true,
      ensureIndexes: makesIndexes,
      // What a change of primaries may take back is neither shown nor acknowledged.
      connectOptions: {
        autoIndex: makesIndexes,
        autoCreate: makesIndexes,
        readConcern: { level: 'majority' },
        writeConcern: { w: 'majority' },
      },
      transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    })
  }
  return sqliteAdapter({
    client: { url: settings.databaseUrl },
    idType: 'uuidv7',
    push: false,
    wal: { synchronous: 'FULL' },
    busyTimeout: 5000,
    migrationDir: path.resolve(process.cwd(), 'src/config/migrations'),
  })
}
