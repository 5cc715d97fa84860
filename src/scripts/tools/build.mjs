import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run, Said } from './child.mjs'
import { ensureEmbed } from './embed.mjs'
import { ensureInstalled } from './install.mjs'
import { oneAtATime } from './one-at-a-time.mjs'

const stamp = '.next/torg-sources'
const folders = ['src', 'collections', 'access', 'hooks', 'media']
const files = ['payload.config.ts', 'next.config.ts', 'tsconfig.json', 'package-lock.json']

/** What the admin is built from: sources, without tests and without the commands, which no page imports. */
function sources() {
  const below = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => path.join(each.parentPath ?? each.path, each.name)),
  )
  const counts = (file) =>
    !/\.test\.tsx?$/.test(file) && !file.startsWith(path.join('src', 'scripts') + path.sep)
  return [...files, ...below.filter(counts)].sort()
}

/** Changes when a source does. */
export function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of sources()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const builtFrom = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : null)

/** Builds the admin, whatever there is. A build that failed leaves no stamp, so that the next start tries again. */
async function buildNow(hash) {
  rmSync(stamp, { force: true })
  process.stdout.write('Building the admin (one to four minutes) …\n')
  const code = await run(
    process.execPath,
    ['--conditions=production', 'node_modules/next/dist/bin/next', 'build', '--webpack'],
    {
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  if (code !== 0) throw new Said(`The build ended with ${code}: see above.`)
  mkdirSync('.next', { recursive: true })
  writeFileSync(stamp, hash)
}

/** Two builds at once would each take away what the other has made. */
const alone = (work) =>
  oneAtATime('build', work, () => process.stdout.write('Another process is building the admin. Waiting …\n'))

/** Builds where a source changed since the last build; the embeddable calendar takes a moment and is made each time. */
export async function ensureBuilt() {
  await ensureEmbed()
  const hash = sourcesHash()
  if (builtFrom() === hash) return
  await alone(async () => {
    if (builtFrom() !== hash) await buildNow(hash)
  })
}

/** `npm run build`: builds in any case. */
export async function build() {
  await ensureInstalled()
  await ensureEmbed()
  await alone(() => buildNow(sourcesHash()))
  return 0
}
