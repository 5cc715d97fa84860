import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { fileOf, isLedgerFile, isOverdue } from '../../privacy/erasure/erased.js'
import { readLines, textOf, type Line, type Reading } from '../../privacy/erasure/ledger-line.js'

/**
 * What was erased, kept beside the database and never in it: a copy of the database that is put back knows nothing of
 * what was erased after it was made.
 */
export interface Ledger {
  /** Adds lines, and resolves when the disk has them; rejects where they cannot be written. */
  append(lines: readonly Line[], now: Date): Promise<void>
  /** All that was written, by every process that shares the folder, each line once. */
  read(): Promise<Reading>
  /** Forgets whole months whose time is over; how many files went. */
  forgetOld(now: Date): Promise<number>
  /** Counts what this process erases: tells that something is to be copied out, and freed pages to be overwritten. */
  count(): void
  counted(): number
}

/** A ledger in a folder. Each machine adds to a file of its own; a line that two processes add is one line. */
export function ledgerIn(folder: string): Ledger {
  let counted = 0
  const files = async (): Promise<string[]> =>
    (await readdir(folder).catch(unlessAbsent([] as string[]))).filter(isLedgerFile).sort()

  return {
    async append(lines, now) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(path.join(folder, fileOf(now, hostname())), 'a', 0o600)
      try {
        await file.appendFile(lines.map(textOf).join(''))
        await file.sync()
      } finally {
        await file.close()
      }
      // A new file is found after a power cut only when its folder has reached the disk, too.
      const entry = await open(folder, 'r')
      await entry.sync().finally(() => entry.close())
    },
    async read() {
      let text = ''
      // A file that was cut off must not spoil the first line of the next one.
      for (const name of await files())
        text += `\n${await readFile(path.join(folder, name), 'utf8').catch(unlessAbsent(''))}`
      return readLines(text)
    },
    async forgetOld(now) {
      const old = (await files()).filter((name) => isOverdue(name, now))
      for (const name of old) await rm(path.join(folder, name), { force: true })
      return old.length
    },
    count() {
      counted += 1
    },
    counted: () => counted,
  }
}

/** What is not there yet is empty; another process may have removed it meanwhile. */
const unlessAbsent =
  <T>(empty: T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty
    throw error
  }

/** The ledger of the installation, as payload.config.ts gives it. */
export const ledgerOf = (payload: Payload): Ledger =>
  (payload.config.custom as { ledger: () => Ledger }).ledger()
