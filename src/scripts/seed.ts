import type { Where } from 'payload'
import { loadSettings, SettingsFault } from '../config/env.js'

/** `npm run seed`: makes the demo in the database that the settings name, where it holds no municipality. */
async function seed(): Promise<void> {
  const settings = loadSettings()
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.js')
  const { prepareDatabase } = await import('../config/prepare-database.js')
  const { demoWasCutOff } = await import('./clear-demo.js')
  const { demoState, prepareDemo } = await import('./prepare-demo.js')
  const payload = await getPayload({ config })
  await prepareDatabase(payload)
  const count = async (where: Where) =>
    (await payload.db.count({ collection: 'municipalities', where })).totalDocs
  const totalDocs = await count({})
  const real = await count({ demo: { not_equals: true } })
  if (real > 0 || (totalDocs > 0 && !(await demoWasCutOff(payload)))) {
    const many = totalDocs === 1 ? 'one municipality' : `${totalDocs} municipalities`
    process.stdout.write(`Nothing was made: the database holds ${many} already.\n`)
  } else {
    // Asked for by name, so also where TORG_DEMO is not set.
    await prepareDemo(payload, { ...settings, demo: true })
    process.stdout.write(`The demo is there. Password of all its accounts: ${demoState().password}\n`)
  }
  await payload.destroy()
}

seed().then(
  () => process.exit(0),
  (error: unknown) => {
    const said = error instanceof SettingsFault ? error.message : ((error as Error).stack ?? String(error))
    process.stderr.write(`${said}\n`)
    process.exit(1)
  },
)
