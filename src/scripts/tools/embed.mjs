import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { Said } from './child.mjs'

const source = 'src/embed/torg-calendar.ts'
/** Where src/server.ts looks for it. */
const target = path.resolve('var', 'embed', 'torg-calendar.js')
/** Bytes, packed with gzip: what a page of a municipality pays for its calendar. */
export const mostBytes = 15_000

/** The script of `<torg-calendar>` as one small file. Resolves with its text; writes nothing. */
export async function builtEmbed() {
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: 'iife',
    // What has constructable style sheets, container queries and light-dark().
    target: ['chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
    write: false,
  })
  await stop()
  return outputFiles[0].text
}

export const packedSize = (text) => gzipSync(text, { level: 9 }).length

/** Makes the script for the server; one that has grown too large is refused. */
export async function ensureEmbed() {
  const text = await builtEmbed()
  const size = packedSize(text)
  if (size > mostBytes)
    throw new Said(`The embeddable calendar takes ${size} bytes packed; ${mostBytes} are allowed.`)
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return
  mkdirSync(path.dirname(target), { recursive: true })
  // Another process may be reading it: it gets the old one or the new one, never a half.
  const half = `${target}.${process.pid}`
  writeFileSync(half, text)
  renameSync(half, target)
}
