import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { SettingsFault, type Settings } from '../config/env.js'
import { seedDemo } from './seed-demo.js'

/** The password of the demo accounts: given by TORG_DEMO_PASSWORD, or made at seeding and kept in the data folder. */
export interface DemoState {
  demo: boolean
  password: string | null
}
let state: DemoState = { demo: false, password: null }
export const demoState = (): DemoState => state

/** Letters that are not mistaken for one another when they are copied from a screen. */
function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('')
}

/**
 * Seeds the demo where it is wanted and the database is empty. The demo is refused beside a municipality that is none:
 * its accounts have a password that is printed.
 */
export async function prepareDemo(payload: Payload, settings: Settings): Promise<void> {
  const count = async (where: object) =>
    (await payload.db.count({ collection: 'municipalities', where: where as never })).totalDocs
  const all = await count({})
  const real = all - (await count({ demo: { equals: true } }))
  const wanted = settings.demo ?? (settings.database === 'sqlite' && real === 0)
  if (wanted && real > 0) {
    throw new SettingsFault([
      'TORG_DEMO=1 is refused: the database holds a municipality that is no demo one. Set TORG_DEMO=0',
    ])
  }
  const kept = path.join(settings.dataDir, 'demo-password')
  if (!wanted) return
  state = {
    demo: true,
    password: settings.demoPassword ?? (existsSync(kept) ? readFileSync(kept, 'utf8') : null),
  }
  if (all === 0) {
    const password = settings.demoPassword ?? randomPassword()
    if (!settings.demoPassword) writeFileSync(kept, password, { mode: 0o600 })
    await seedDemo(payload, password, (line) => process.stdout.write(`${line}\n`))
    state = { demo: true, password }
    return
  }
  if (settings.demoPassword) await setPasswords(payload, settings.demoPassword)
}

async function setPasswords(payload: Payload, password: string): Promise<void> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'accounts',
    where: { demo: { equals: true } },
    limit: 100,
    pagination: false,
  })
  for (const { id } of docs) {
    // As the system: TORG_DEMO_PASSWORD is the operator's word for all demo accounts.
    await payload.update({
      collection: 'accounts',
      id,
      data: { password } as never,
      overrideAccess: true,
      context: { asSystem: true },
    })
  }
}
