import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import config from '../../payload.config.js'
import { loadSettings } from '../config/env.js'

/**
 * Writes a migration for what the collections have that the committed migrations have not (SQLite only; MongoDB needs
 * none). With `--check` it writes nothing beside them, says whether there would be one, and exits 1 if so.
 */
const check = process.argv[2] === '--check'
const payload = await getPayload({ config })
const database = payload.db as unknown as {
  migrationDir: string
  createMigration(args: object): Promise<void>
}
if (check) {
  const copy = path.join(loadSettings().dataDir, 'migrations')
  cpSync(database.migrationDir, copy, { recursive: true })
  database.migrationDir = copy
}
const before = readdirSync(database.migrationDir)
// Where a table or column goes and another comes it asks whether that is the old one renamed. It never is here.
setInterval(() => process.stdin.emit('keypress', '\r', { name: 'return' }), 100)
// Payload ends the process with 0 where there is nothing to write.
await database.createMigration({
  migrationName: check ? 'missing' : (process.argv[2] ?? 'change'),
  payload,
  skipEmpty: true,
})
const written = readdirSync(database.migrationDir).filter(
  (file) => file.endsWith('.ts') && !before.includes(file),
)
if (check && written.length > 0) {
  const statements = written
    .map((file) => readFileSync(path.join(database.migrationDir, file), 'utf8'))
    .join('\n')
  process.stderr.write(`The collections have what no migration makes. Run: npm run generate\n${statements}\n`)
}
process.exit(check && written.length > 0 ? 1 : 0)
