import { readFileSync, writeFileSync } from 'node:fs'
import { listen, nodeFlags } from '../child.mjs'
import { inOwnFolder } from './in-own-folder.mjs'

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
  // For a moment it writes what others read.
  alone: true,
  run: () =>
    inOwnFolder(async (env) => {
      const faults = [
        ...(await importMapAndTypes(env)),
        ...(await printed('src/scripts/print-moderation.ts', env)),
        ...(await printed('src/scripts/write-contract.ts', env)),
        ...(await printed('src/scripts/make-migration.ts', env)),
      ]
      return {
        holds: faults.length === 0,
        said: faults.join('\n'),
        note: 'import map, types, moderation, contract, migrations',
      }
    }),
}

async function importMapAndTypes(env) {
  const before = made.map((file) => [file, read(file)])
  const { code, said } = await typeScript('src/scripts/generate.ts', [], env)
  const stale = before.filter(([file, content]) => read(file) !== content)
  for (const [file, content] of stale) if (content !== null) writeFileSync(file, content)
  if (code !== 0) return [`npm run generate ended with ${code}:\n${said}`]
  return stale.map(([file]) => `${file} is stale. Run: npm run generate`)
}

/** A script that says with `--check` whether what it writes is current. */
async function printed(file, env) {
  const { code, said } = await typeScript(file, ['--check'], env)
  return code === 0 ? [] : [said]
}
