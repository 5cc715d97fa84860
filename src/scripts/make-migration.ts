import { getPayload } from 'payload'
import config from '../../payload.config.js'

/** Writes a migration for what the collections have that the committed migrations have not (SQLite only). */
const payload = await getPayload({ config })
await (payload.db as unknown as { createMigration(args: object): Promise<void> }).createMigration({
  migrationName: process.argv[2] ?? 'change',
  payload,
  forceAcceptWarning: true,
  skipEmpty: true,
})
await payload.destroy()
process.exit(0)
