import type { Database } from './database.js'
import type { Ask } from './measure.js'
import { residentBytes, start, type Running } from './processes.js'

/** What every part of the bench needs. */
export interface Around {
  folder: string
  database: Database
  say(sentence: string): void
  ask: Ask
  now: Date
  rounds: number
  /** Of one round. */
  seconds: number
  /** What is to be ended with the bench, the latest first. */
  closing: (() => Promise<void>)[]
}

/** A feed process with a catalogue of one size. */
export interface Feed {
  running: Running
  size: number
  /** Mean size of a publication as JSON, in bytes. */
  ownBytes: number
  /** Milliseconds from the start of the process to `/readyz` 200. */
  readyAfter: number
  /** Resident memory after it became ready, in bytes. */
  resident: number
}

export const secret = 'a secret that only the bench knows, long enough'

/** Settings of a feed process on the database for so many publications. */
export const feedSettings = ({ database, folder }: Around, size: number): Record<string, string> => ({
  TORG_ROLE: 'feed',
  DATABASE_URL: database.url(size),
  PAYLOAD_SECRET: secret,
  TORG_DATA_DIR: folder,
  TORG_DEMO: '0',
  TORG_PUBLIC_URL: 'http://127.0.0.1:3000',
})

export async function startFeed(
  around: Around,
  size: number,
  more: Record<string, string> = {},
): Promise<Running> {
  const env = { ...feedSettings(around, size), ...more }
  const running = await start('src/scripts/serve.ts', { env, readyAt: '/readyz' })
  around.closing.push(running.stop)
  return running
}

/** The indexes that an `admin` process makes, and a feed process finds. */
async function makeIndexes(around: Around, size: number): Promise<void> {
  const env = { ...feedSettings(around, size), TORG_ROLE: 'admin' }
  const running = await start('src/scripts/bench/payload-process.ts', { env, readyAt: '/' })
  await running.stop()
}

/** One feed process for each size, started one after the other, so that each is timed alone. */
export async function startFeeds(around: Around, sizes: number[], own: number[]): Promise<Feed[]> {
  const feeds: Feed[] = []
  for (const [at, size] of sizes.entries()) {
    await makeIndexes(around, size)
    const running = await startFeed(around, size)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const { readyAfter } = running
    feeds.push({ running, size, ownBytes: own[at]!, readyAfter, resident: residentBytes(running) })
    around.say(
      `A feed process with ${size} publications was ready after ${(readyAfter / 1000).toFixed(1)} s.`,
    )
  }
  return feeds
}
