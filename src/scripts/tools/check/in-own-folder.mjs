import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Does something with the environment of an installation that has nothing: a folder of its own, gone afterwards. */
export async function inOwnFolder(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'torg-check-'))
  try {
    return await work({
      TORG_DATA_DIR: folder,
      DATABASE_URL: '',
      TORG_ROLE: '',
      TORG_PROCESSORS: '',
      PAYLOAD_SECRET: 'only for a check, and long enough for one',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
