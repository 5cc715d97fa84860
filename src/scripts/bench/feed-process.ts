import { startTorg } from '../../server.js'

/** Torg as it is, without the admin's pages, until the bench lets go of it. */
const torg = await startTorg({ withAdmin: false })
process.on('disconnect', () => void torg.stop().then(() => process.exit(0)))
process.send?.({ port: torg.settings.port })
