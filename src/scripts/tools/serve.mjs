import { runTypeScript } from './child.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

const production = { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } }

/** `npm start`: everything that is missing, then the server. */
export async function start(args) {
  await ensureInstalled()
  await ensureBuilt()
  return runTypeScript('src/scripts/serve.ts', args, production)
}

/** `npm run dev`: the server with Next's development mode, which builds pages when they are asked for. */
export async function dev(args) {
  await ensureInstalled()
  return runTypeScript('src/scripts/serve.ts', ['--dev', ...args], {
    env: { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

/** `npm run seed`: the demo in the database that the settings name, where it is empty. */
export async function seed(args) {
  await ensureInstalled()
  return runTypeScript('src/scripts/seed.ts', args, production)
}

/** `npm run generate`: the files that tools make from ours. */
export async function generate(args) {
  await ensureInstalled()
  return runTypeScript('src/scripts/generate.ts', args)
}

/** `npm run bench`: how fast the feed answers, beside a bare server. */
export async function bench(args) {
  await ensureInstalled()
  return runTypeScript('src/scripts/bench/bench.ts', args, production)
}
