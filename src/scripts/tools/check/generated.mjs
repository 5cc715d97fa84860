import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { listen, nodeFlags } from '../child.mjs'

const made = ['src/app/(payload)/admin/importMap.js', 'src/payload-types.ts']
const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
const typeScript = (file, args, env) => listen(process.execPath, [...nodeFlags, file, ...args], { env })

/** Makes what tools make anew and compares; the files are left as they were found. */
export const generatedFiles = {
  name: 'generated files',
  async run() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'torg-check-'))
    const env = {
      TORG_DATA_DIR: folder,
      DATABASE_URL: '',
      TORG_ROLE: '',
      PAYLOAD_SECRET: 'only for a check, and long enough for one',
    }
    try {
      const faults = [
        ...(await importMapAndTypes(env)),
        ...(await moderation(env)),
        ...(await migrations(env)),
      ]
      return {
        holds: faults.length === 0,
        said: faults.join('\n'),
        note: 'import map, types, moderation, migrations',
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function importMapAndTypes(env) {
  const before = made.map((file) => [file, read(file)])
  const { code, said } = await typeScript('src/scripts/generate.ts', [], env)
  const stale = before.filter(([file, content]) => read(file) !== content)
  for (const [file, content] of stale) if (content !== null) writeFileSync(file, content)
  if (code !== 0) return [`npm run generate ended with ${code}:\n${said}`]
  return stale.map(([file]) => `${file} is stale. Run: npm run generate`)
}

async function moderation(env) {
  const { code, said } = await typeScript('src/scripts/print-moderation.ts', ['--check'], env)
  return code === 0 ? [] : [said]
}

async function migrations(env) {
  const { code, said } = await typeScript('src/scripts/make-migration.ts', ['--check'], env)
  return code === 0 ? [] : [said]
}
