import cluster from 'node:cluster'
import { loadSettings, SettingsFault } from '../config/env.js'
import { logConsole } from '../config/log.js'
import { keepFeedProcesses, replacesAnother } from './feed-processes.js'
import { prepareDemo } from './prepare-demo.js'
import { printWelcome } from './welcome.js'

/** Starts the server of this process and ends it cleanly on Ctrl-C or SIGTERM. */
async function serve(): Promise<void> {
  const dev = process.argv.includes('--dev')
  const { feedProcesses } = loadSettings()
  if (feedProcesses > 1 && cluster.isPrimary) process.exit(await keepFeedProcesses(feedProcesses))
  const { startTorg } = await import('../server.js')
  if (!dev) logConsole()
  const torg = await startTorg({ dev, populate: prepareDemo, listensLate: replacesAnother() })
  // Of several processes the first says it for all.
  const speaks = cluster.isPrimary || cluster.worker?.id === 1
  if (speaks) await printWelcome(torg.payload, torg.settings)
  let asked = 0
  const stop = (): void => {
    // A terminal tells everybody of Ctrl-C and npm passes it on too: within a second it is the same one. Later it
    // means: now.
    if (asked > 0) {
      if (Date.now() - asked > 1000) process.exit(130)
      return
    }
    asked = Date.now()
    if (speaks) process.stdout.write('\nTorg is finishing what is under way …\n')
    torg.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

serve().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof SettingsFault ? error.message : ((error as Error).stack ?? String(error))}\n`,
  )
  process.exit(1)
})
