import { writeFileSync } from 'node:fs'
import { listen, nodeFlags, run, runTypeScript, Said } from './child.mjs'
import { ensureBuilt } from './build.mjs'
import { bundled, bundleFlags } from './bundle.mjs'
import { ensureEmbed } from './embed.mjs'
import { ensureInstalled } from './install.mjs'

const production = { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } }

const runBundled = async (file, args) =>
  run(process.execPath, [...bundleFlags, await bundled(file), ...args], production)

/** `npm start`: everything that is missing, then the server. */
export async function start(args) {
  await ensureInstalled()
  await ensureBuilt()
  return runBundled('src/scripts/serve.ts', args)
}

/** `npm run dev`: the server with Next's development mode, which builds pages when they are asked for. */
export async function dev(args) {
  await ensureInstalled()
  await ensureEmbed()
  return runTypeScript('src/scripts/serve.ts', ['--dev', ...args], {
    env: { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

/** `npm run seed`: the demo in the database that the settings name, where it is empty. */
export async function seed(args) {
  await ensureInstalled()
  return runBundled('src/scripts/seed.ts', args)
}

/** `npm run operator -- <username>`: an account that may create municipalities. */
export async function operator(args) {
  await ensureInstalled()
  return runBundled('src/scripts/make-operator.ts', args)
}

/** `npm run code -- <username>`: a one-time code for whom nobody else can give one to. */
export async function code(args) {
  await ensureInstalled()
  return runBundled('src/scripts/code.ts', args)
}

/** `npm run reseal`: everything that is sealed, under the first key of TORG_KEYS. */
export async function reseal(args) {
  await ensureInstalled()
  return runBundled('src/scripts/reseal.ts', args)
}

/** `npm run audit`: whether the log is as it was written. */
export async function audit(args) {
  await ensureInstalled()
  return runBundled('src/scripts/audit.ts', args)
}

/** `npm run retention`: what the nightly run would do now. */
export async function retention(args) {
  await ensureInstalled()
  return runBundled('src/scripts/retention.ts', args)
}

/**
 * `npm run generate [name]`: the files that tools make from ours: import map and types, docs/moderation.md, the contract
 * of the feed in docs/contract, and where the collections have something new, a migration with that name.
 */
export async function generate([migration = 'change']) {
  await ensureInstalled()
  const code = await runTypeScript('src/scripts/generate.ts')
  if (code !== 0) return code
  const { code: printed, said } = await listen(process.execPath, [
    ...nodeFlags,
    'src/scripts/print-moderation.ts',
  ])
  if (printed !== 0) throw new Said(said)
  writeFileSync('docs/moderation.md', said)
  const contract = await runTypeScript('src/scripts/write-contract.ts')
  if (contract !== 0) return contract
  return runTypeScript('src/scripts/make-migration.ts', [migration])
}

/** `npm run bench`: how fast the feed answers, beside a bare server. */
export async function bench(args) {
  await ensureInstalled()
  return runTypeScript('src/scripts/bench/bench.ts', args, production)
}

/** `npm run pictures`: the pictures of the guide for editors, made anew from a demo of their own. */
export async function pictures(args) {
  await ensureInstalled()
  await ensureBuilt()
  return runTypeScript('src/scripts/guide/make-pictures.ts', args, production)
}
