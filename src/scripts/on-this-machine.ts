import type { Payload } from 'payload'
import { loadSettings, SettingsFault } from '../config/env.js'
import { prepareDatabase } from '../config/prepare-database.js'

/**
 * Runs a command that only whoever may start programs on this machine can give: on the database that the settings name,
 * as the system. A fault of the settings or of what was asked is said in a sentence, with exit code 1.
 */
export function onThisMachine(work: (payload: Payload) => Promise<void>): void {
  const run = async () => {
    loadSettings()
    const { getPayload } = await import('payload')
    const { default: config } = await import('../../payload.config.js')
    const payload = await getPayload({ config })
    await prepareDatabase(payload)
    await work(payload)
    await payload.destroy()
  }
  run().then(
    () => process.exit(0),
    (error: unknown) => {
      const said =
        error instanceof SettingsFault ? error.faults.join('\n') : ((error as Error).stack ?? String(error))
      process.stderr.write(`${said}\n`)
      process.exit(1)
    },
  )
}
