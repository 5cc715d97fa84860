import { fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DeskSize } from './desk-content.js'
import type { DeskCost } from './desk-process.js'
import { secret } from './feeds.js'

export interface DeskRow {
  name: string
  empty: DeskCost
  full: DeskCost
}

export const emptyDesk: DeskSize = { waiting: 0, live: 0, decisions: 0 }
export const fullDesk: DeskSize = { waiting: 10_000, live: 100_000, decisions: 20_000 }

/** What editors' views cost on an empty and on a full database, each in a process, a database and a folder of its own. */
export async function measureDesk(
  port: () => Promise<number>,
  databaseUrl: (name: string) => string,
): Promise<DeskRow[]> {
  const costs = async (name: string, size: DeskSize) => costsOf(name, size, await port(), databaseUrl(name))
  const empty = await costs('empty', emptyDesk)
  const full = await costs('full', fullDesk)
  return empty.map((cost, index) => ({ name: cost.name, empty: cost, full: full[index]! }))
}

function costsOf(name: string, size: DeskSize, port: number, databaseUrl: string): Promise<DeskCost[]> {
  const folder = path.resolve('var', `bench-desk-${name}`)
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  const child = fork(fileURLToPath(new URL('./desk-process.ts', import.meta.url)), {
    env: {
      ...process.env,
      TORG_DATA_DIR: folder,
      DATABASE_URL: databaseUrl,
      PAYLOAD_SECRET: secret,
      TORG_ROLE: 'all',
      TORG_DEMO: '0',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The measuring of the ${name} desk ended with ${code}`)))
    child.on('message', (message: 'ready' | { costs: DeskCost[] }) => {
      if (message === 'ready') child.send(size)
      else {
        child.removeAllListeners('exit')
        child.once('exit', () => resolve(message.costs))
      }
    })
  })
}
