import { listen, nodeFlags } from '../child.mjs'
import { inOwnFolder } from './in-own-folder.mjs'

/** Every field of the running config says what of a person it may hold: src/privacy/inventory. */
export const inventory = {
  name: 'inventory',
  run: () =>
    inOwnFolder(async (env) => {
      const script = 'src/scripts/check-inventory.ts'
      const { code, said } = await listen(process.execPath, [...nodeFlags, script], { env })
      return code === 0 ? { holds: true, note: said.trim() } : { holds: false, said }
    }),
}
