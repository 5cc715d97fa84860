import { randomBytes } from 'node:crypto'
import net from 'node:net'
import type { Payload } from 'payload'
import { describe, inject } from 'vitest'
import type { Torg } from '../../src/server.js'
import { scratchFolder } from './scratch.js'

export const database = (process.env.TORG_TEST_DATABASE ?? 'sqlite') as 'sqlite' | 'mongodb'
const mongodb = database === 'mongodb' ? inject('mongodb') : ''
/** `describe` where the database of this project is there; skipped, and counted so, where it is not. */
export const describeHere = database === 'mongodb' && !mongodb ? describe.skip : describe

/** The password of every account that tests make. */
export const password = 'correct-horse-battery-staple'

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Environment of a fresh installation on a database of its own. */
export async function freshSettings(): Promise<Record<string, string>> {
  const folder = scratchFolder('torg-test-')
  const name = `torg_${randomBytes(6).toString('hex')}`
  const url = new URL(mongodb || 'mongodb://none')
  url.pathname = `/${name}`
  return {
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    TORG_DATA_DIR: folder,
    TORG_DEMO: '0',
    TORG_TRUSTED_PROXIES: '127.0.0.1',
    PAYLOAD_SECRET: 'a secret that only tests know, long enough',
    ...(database === 'mongodb' ? { DATABASE_URL: url.toString() } : {}),
  }
}

export interface Running extends Torg {
  base: string
  folder: string
  env: Record<string, string>
}

/** Starts Torg in this process, without the admin's pages. Once per test file. */
export async function startForTests(extra: Record<string, string> = {}): Promise<Running> {
  const env = { ...(await freshSettings()), ...extra }
  Object.assign(process.env, env)
  const { startTorg } = await import('../../src/server.js')
  const torg = await startTorg({ withAdmin: false })
  torg.payload.logger.level = 'silent'
  return { ...torg, base: torg.settings.publicUrl, folder: env.TORG_DATA_DIR!, env }
}

export type { Payload }
