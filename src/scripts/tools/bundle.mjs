import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

const folder = path.resolve('var', 'build')
const aDay = 86_400_000

/**
 * Our own code of one command as plain JavaScript, packages left where they are. A compiler that stands between Node
 * and every file of every package costs half of a start. Resolves with the file to run.
 */
export async function bundled(file) {
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    outdir: folder,
    logLevel: 'error',
    write: false,
  })
  await stop()
  mkdirSync(folder, { recursive: true })
  const entry = path.join(folder, `${path.basename(file, '.ts')}.js`)
  // The file that is run comes last: what it names is there before.
  const inOrder = [...outputFiles].sort((a, b) => Number(a.path === entry) - Number(b.path === entry))
  for (const { path: target, contents } of inOrder) {
    if (existsSync(target) && readFileSync(target).equals(contents)) continue
    // Another process may be starting from the same file: it reads the old one or the new one, never a half.
    const half = `${target}.${process.pid}`
    writeFileSync(half, contents)
    renameSync(half, target)
  }
  prune(outputFiles.map((one) => one.path))
  return entry
}

/** Parts of earlier programs go after a day: no process is still starting from them. */
function prune(current) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    const old = !current.includes(file) && Date.now() - statSync(file).mtimeMs > aDay
    if (old) rmSync(file, { force: true })
  }
}

/** Arguments with which Node runs what was bundled; errors name our own files and lines. */
export const bundleFlags = ['--conditions=production', '--enable-source-maps']
