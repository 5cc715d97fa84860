import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { moderationDocument } from '../moderation/print-table.js'

/** Prints docs/moderation.md; with `--check` it says whether that file is what the tables say, and exits 1 if not. */
const path = fileURLToPath(new URL('../../docs/moderation.md', import.meta.url))
const [option, ...rest] = process.argv.slice(2)

if (rest.length > 0 || (option !== undefined && option !== '--check')) {
  console.error('Usage: print-moderation [--check]')
  process.exitCode = 2
} else if (option === undefined) process.stdout.write(moderationDocument())
else if (read() !== moderationDocument()) {
  console.error(
    'docs/moderation.md is stale. Run: npx tsx src/scripts/print-moderation.ts > docs/moderation.md',
  )
  process.exitCode = 1
}

function read(): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
