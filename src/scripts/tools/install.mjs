import { existsSync, readFileSync } from 'node:fs'
import { run, Said } from './child.mjs'

const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes what it installed into a file of its own as
 * the last step, so an installation that was interrupted is noticed too.
 */
export function isInstalled() {
  const npmsRecord = 'node_modules/.package-lock.json'
  if (!existsSync(npmsRecord)) return false
  const there = read(npmsRecord)
  return Object.entries(read('package-lock.json')).every(([path, wanted]) => {
    if (path === '' || wanted.optional || wanted.devOptional || wanted.peer) return true
    return there[path]?.version === wanted.version
  })
}

/** Installs what is missing; does nothing where all is there. */
export async function ensureInstalled() {
  if (isInstalled()) return
  process.stdout.write('Installing what Torg is made of (npm ci) …\n')
  // Types and the compiler are needed to build, also where NODE_ENV says production.
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    throw new Said(`npm ci ended with ${code}: see above what was missing. Torg needs the npm registry once.`)
  }
}

/** Runs npm: the one that called us where it did, so that no other one on the PATH is taken. */
export function npm(args, options) {
  const own = process.env.npm_execpath
  if (own && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}
