import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { SettingsFault, type Settings } from '../config/env.js'
import { tryAgain } from '../editorial/together.js'
import { holdLease } from '../jobs/lease.js'
import { systemClock } from '../shared/clock.js'
import { beginDemo, clearDemo, demoWasCutOff, endDemo } from './clear-demo.js'
import { demoOperator } from './demo-accounts.js'
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
 * Seeds the demo where it is wanted and the database is empty or an earlier seeding was cut off. Of several processes
 * that start at once one seeds and the others wait. The demo is refused beside a municipality that is none: its
 * accounts have a password that is printed.
 */
export async function prepareDemo(payload: Payload, settings: Settings): Promise<void> {
  const count = async (where: Where) =>
    (await payload.db.count({ collection: 'municipalities', where })).totalDocs
  const all = await count({})
  const real = all - (await count({ demo: { equals: true } }))
  const wanted = settings.demo ?? (settings.database === 'sqlite' && real === 0)
  if (wanted && real > 0) {
    throw new SettingsFault([
      'TORG_DEMO=1 is refused: the database holds a municipality that is no demo one. Set TORG_DEMO=0',
    ])
  }
  if (!wanted) return
  const made = await makeWhole(payload, settings)
  const password =
    made ??
    settings.demoPassword ??
    (existsSync(kept(settings)) ? readFileSync(kept(settings), 'utf8') : null)
  state = { demo: true, password }
  if (!made && settings.demoPassword) await setPasswords(payload, settings.demoPassword)
}

const kept = (settings: Settings) => path.join(settings.dataDir, 'demo-password')
const say = (line: string) => process.stdout.write(`${line}\n`)

/** The password where this process made the demo; null where it was there already or another process made it. */
async function makeWhole(payload: Payload, settings: Settings): Promise<string | null> {
  const missing = async () =>
    (await demoWasCutOff(payload)) ||
    (await payload.db.count({ collection: 'municipalities', where: {} })).totalDocs === 0
  if (!(await missing())) return null
  const turn = holdLease(payload, 'demo', systemClock)
  for (let waits = false; !(await turn.mine()); waits = true) {
    if (!waits) say('Another process is making the demo. Waiting …')
    await setTimeout(1_000)
  }
  let lost = false
  // A question that fails is asked again before the lease ends.
  const renew = () =>
    turn.mine().then(
      (mine) => void (lost ||= !mine),
      () => undefined,
    )
  const renewal = setInterval(() => void renew(), 3_000)
  const stillMine = () => {
    if (lost)
      throw new Error('Another process makes the demo now: this one was too slow to say that it lives.')
  }
  try {
    if (!(await missing())) return null
    if (await demoWasCutOff(payload)) {
      say('The demo was not made to its end. Making it anew …')
      await clearDemo(payload)
    }
    await requireFreeName(payload)
    await beginDemo(payload)
    const password = settings.demoPassword ?? randomPassword()
    if (!settings.demoPassword) writeFileSync(kept(settings), password, { mode: 0o600 })
    await seedDemo(payload, password, say, stillMine)
    await endDemo(payload)
    return password
  } finally {
    clearInterval(renewal)
    await turn.release()
  }
}

/** The demo's own operator needs its name. */
async function requireFreeName(payload: Payload): Promise<void> {
  const where: Where = { and: [{ username: { equals: demoOperator } }, { demo: { not_equals: true } }] }
  if ((await payload.db.count({ collection: 'accounts', where })).totalDocs === 0) return
  throw new SettingsFault([
    `TORG_DEMO=1 is refused: an account of yours has the name "${demoOperator}", which the demo needs. Set TORG_DEMO=0`,
  ])
}

async function setPasswords(payload: Payload, password: string): Promise<void> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'accounts',
    where: { demo: { equals: true } },
    limit: 100,
    pagination: false,
  })
  for (const { id } of docs) {
    // As the system: TORG_DEMO_PASSWORD is the operator's word for all demo accounts. Two processes may start at once.
    await tryAgain(() =>
      payload.update({
        collection: 'accounts',
        id,
        data: { password } as never,
        overrideAccess: true,
        context: { asSystem: true },
      }),
    )
  }
}
