import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import {
  fileOf,
  isLedgerFile,
  isOverdue,
  lineOf,
  readLedger,
  type Erased,
  type Line,
} from '../../privacy/erasure/erased.js'

/**
 * What was erased, kept beside the database and never in it: a copy of the database that is put back knows nothing of
 * what was erased after it was made.
 */
export interface Ledger {
  /** Writes down what is being erased, and resolves when the disk has it; rejects where it cannot be written. */
  note(...lines: readonly Line[]): Promise<void>
  /** All that was written down, by every process that shares the folder, each thing once. */
  read(): Promise<{ erased: Erased[]; unreadable: number }>
  /** Forgets whole months whose time is over; how many files went. */
  forgetOld(now: Date): Promise<number>
  /** How often something was written down by this process: tells whether freed pages are to be overwritten. */
  noted(): number
}

/** A ledger in a folder. Each machine adds to a file of its own, so that none writes into another's line. */
export function ledgerIn(folder: string): Ledger {
  let noted = 0
  let last: Promise<void> = Promise.resolve()

  async function append(text: string, now: Date): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(path.join(folder, fileOf(now, hostname())), 'a', 0o600)
    try {
      await file.appendFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    // A new file is found after a power cut only when its folder has reached the disk, too.
    const entry = await open(folder, 'r')
    await entry.sync().finally(() => entry.close())
  }

  const files = async (): Promise<string[]> =>
    (await readdir(folder).catch(unlessAbsent([] as string[]))).filter(isLedgerFile).sort()

  return {
    note(...lines) {
      const written = last.then(() => append(lines.map(lineOf).join(''), new Date(lines[0]!.at)))
      last = written.catch(() => {})
      return written.then(() => {
        noted += 1
      })
    },
    async read() {
      let text = ''
      for (const name of await files())
        text += await readFile(path.join(folder, name), 'utf8').catch(unlessAbsent(''))
      return readLedger(text)
    },
    async forgetOld(now) {
      const old = (await files()).filter((name) => isOverdue(name, now))
      for (const name of old) await rm(path.join(folder, name), { force: true })
      return old.length
    },
    noted: () => noted,
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
