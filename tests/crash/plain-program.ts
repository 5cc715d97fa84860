import { build, stop, type Plugin } from 'esbuild'
import fs from 'node:fs'
import path from 'node:path'

/** Keeps every module a file of its own, in the order in which it is loaded otherwise. */
const asItIs: Plugin = {
  name: 'as-it-is',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ path: named, kind }) => {
      if (kind === 'entry-point') return undefined
      // Payload's generated index of the migrations leaves the suffix out.
      return { path: path.extname(named) ? named : `${named}.js`, external: true }
    })
  },
}

/**
 * Writes the program and the worker that the crash tests kill as plain JavaScript below `var` and returns the worker:
 * a process of it is loaded in a third of the time that tsx takes, and these tests load one for each death.
 */
export async function plainProgram(): Promise<{ worker: string; remove(): void }> {
  fs.mkdirSync('var/tests', { recursive: true })
  const folder = fs.mkdtempSync(path.resolve('var/tests/plain-'))
  const sources = ['src', 'collections', 'access', 'hooks', 'media'].flatMap((top) =>
    fs.readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => path.join(top, file)),
  )
  await build({
    entryPoints: [
      ...sources.filter((file) => /\.ts$/.test(file) && !/\.(test|d)\.ts$/.test(file)),
      'payload.config.ts',
      'tests/crash/worker.ts',
    ],
    outbase: '.',
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    plugins: [asItIs],
    logLevel: 'error',
  })
  await stop()
  return {
    worker: path.join(folder, 'tests/crash/worker.js'),
    remove: () => fs.rmSync(folder, { recursive: true }),
  }
}
