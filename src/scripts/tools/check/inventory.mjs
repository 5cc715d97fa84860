import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { listen, nodeFlags } from '../child.mjs'

/** Every field of the running config says what of a person it may hold: src/privacy/inventory. */
export const inventory = {
  name: 'inventory',
  async run() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'torg-check-'))
    const env = {
      TORG_DATA_DIR: folder,
      DATABASE_URL: '',
      TORG_ROLE: '',
      TORG_PROCESSORS: '',
      PAYLOAD_SECRET: 'only for a check, and long enough for one',
    }
    try {
      const script = 'src/scripts/check-inventory.ts'
      const { code, said } = await listen(process.execPath, [...nodeFlags, script], { env })
      return code === 0 ? { holds: true, note: said.trim() } : { holds: false, said }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
