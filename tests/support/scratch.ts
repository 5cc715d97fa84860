import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What the databases of a whole run may need, in bytes. */
const room = 2 * 1024 ** 3
const memory = '/dev/shm'

/** A new folder for a test's data, below that of the run. */
export const scratchFolder = (name: string): string =>
  fs.mkdtempSync(path.join(process.env.TORG_TEST_SCRATCH ?? os.tmpdir(), name))

/**
 * One folder for the data of a whole run, destroyed at its end: in memory where the machine has room there, else among
 * temporary files. Tests kill processes and never machines, so nothing has to reach a disk.
 */
export default function provideScratch(): () => void {
  const folder = fs.mkdtempSync(path.join(hasRoom() ? memory : os.tmpdir(), 'torg-tests-'))
  process.env.TORG_TEST_SCRATCH = folder
  return () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(memory)
    fs.accessSync(memory, fs.constants.W_OK)
    return bavail * bsize >= room
  } catch {
    return false
  }
}
