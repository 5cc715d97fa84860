import { logConsole } from '../../src/config/log.js'

/** Torg without its admin as a process of its own, with its log on standard output, until it is asked to end. */
const { startTorg } = await import('../../src/server.js')
logConsole()
const torg = await startTorg({ withAdmin: false })
process.on('SIGTERM', () => void torg.stop().then(() => process.exit(0)))
