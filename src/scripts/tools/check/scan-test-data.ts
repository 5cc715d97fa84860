import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { unofficialLines } from './official-numbers.js'

/** The day from which dates are near: a time stamp in these files does not become a number because years pass. */
const today = new Date('2026-11-25T12:00:00Z')
const mostBytes = 50 * 1024 * 1024

/** The text of a file that git knows or would take up; null for what is none, or was deleted. */
function textOf(file: string): string | null {
  try {
    const bytes = readFileSync(file)
    return bytes.subarray(0, 8_000).includes(0) ? null : bytes.toString('utf8')
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
const files = execFileSync('git', listing, { encoding: 'utf8', maxBuffer: mostBytes }).split('\0')
const places = files.filter(Boolean).flatMap((file) => {
  const text = textOf(file)
  return text === null ? [] : unofficialLines(text, today).map((line) => `${file}:${line}`)
})
for (const place of places) process.stdout.write(`${place} holds an identity number that may be somebody's\n`)
process.exitCode = places.length > 0 ? 1 : 0
