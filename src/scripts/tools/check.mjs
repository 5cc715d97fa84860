import { availableParallelism } from 'node:os'
import { listen } from './child.mjs'
import { generatedFiles } from './check/generated.mjs'
import { embedSize } from './check/embed-size.mjs'
import { fileSizes } from './check/file-sizes.mjs'
import { inventory } from './check/inventory.mjs'
import { lockFile, onePayload, singleCopies } from './check/packages.mjs'
import { testData } from './check/test-data.mjs'
import { ensureInstalled } from './install.mjs'

/** A check by a program: it holds where the program ends with 0. */
const program = (name, script, args) => ({
  name,
  async run() {
    const { code, said } = await listen(process.execPath, [`node_modules/${script}`, ...args])
    return { holds: code === 0, said }
  },
})

const ourFolders = ['payload.config.ts', 'src', 'collections', 'access', 'hooks', 'media', 'tests']

const checks = [
  program('types', 'typescript/bin/tsc', ['--noEmit']),
  program('lint', 'eslint/bin/eslint.js', ['.']),
  program('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  program('import rules', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.mjs',
    ...ourFolders,
  ]),
  generatedFiles,
  singleCopies,
  onePayload,
  lockFile,
  fileSizes,
  testData,
  inventory,
  embedSize,
]

/** Each takes up to a gigabyte, so that more at once would not fit everywhere. */
const atOnce = Math.min(2, availableParallelism())

/** `npm run check`: every check, each with one line; what a failed one has to say comes after all of them. */
export async function check(only) {
  await ensureInstalled()
  const chosen = only.length > 0 ? checks.filter(({ name }) => only.includes(name)) : checks
  const [left, failed] = [chosen.filter((each) => !each.alone), []]
  const one = async ({ name, run }) => {
    const began = Date.now()
    const { holds, said = '', note = '' } = await run()
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    process.stdout.write(`${holds ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)${note ? `: ${note}` : ''}\n`)
    if (!holds) failed.push({ name, said })
  }
  const turns = async () => {
    for (let next = left.shift(); next; next = left.shift()) await one(next)
  }
  for (const each of chosen) if (each.alone) await one(each)
  await Promise.all(Array.from({ length: atOnce }, turns))
  for (const { name, said } of failed) process.stdout.write(`\n--- ${name}\n${said.trimEnd()}\n`)
  process.stdout.write(`checks: ${chosen.length - failed.length} held, ${failed.length} failed\n`)
  return failed.length > 0 || chosen.length === 0 ? 1 : 0
}
