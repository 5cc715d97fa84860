import fs from 'node:fs'
import path from 'node:path'
import { Said } from '../tools/child.mjs'
import { flatness, payloadSide, questionsSideBySide } from './side-by-side.js'
import { fill, freePort, startDatabase } from './database.js'
import { measureDesk } from './desk.js'
import { asDeskDocument } from './desk-report.js'
import { asDocument } from './report.js'
import type { Result } from './result.js'
import { scaling, underChange, visibility } from './under-change.js'
import { startFeeds } from './feeds.js'
import { chooseLoad } from './wrk.js'

/** `--quick`: smaller catalogues and one round, to see that the bench itself works. */
const quick = process.argv.includes('--quick')
/** `--feed`, `--workbench`: one half of it. */
const halves = ['--feed', '--workbench'].filter((half) => process.argv.includes(half))
const sizes = quick ? [2_000, 5_000] : [2_000, 20_000, 100_000]
const rounds = quick ? 1 : 5

/** `npm run bench`: the feed, then the workbench of editors, on loopback. With `--quick` nothing in docs is written. */
async function bench(): Promise<void> {
  if (halves.length === 0 || halves.includes('--feed')) await benchFeed()
  if (halves.length === 0 || halves.includes('--workbench')) await benchWorkbench()
}

/** Everything side by side in one run. Writes docs/performance.md and var/bench/result.json. */
async function benchFeed(): Promise<void> {
  const began = Date.now()
  const folder = path.resolve('var', 'bench')
  fs.mkdirSync(folder, { recursive: true })
  const now = new Date()
  const { name: generator, ask } = chooseLoad(folder)
  const say = (sentence: string): void => {
    process.stdout.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${sentence}\n`)
  }
  const database = await startDatabase(path.join(folder, 'mongodb'))
  const closing: (() => Promise<void>)[] = [() => database.stop()]
  try {
    const own: number[] = []
    for (const size of sizes) {
      say(`Writing ${size} publications …`)
      own.push(await fill(database.db(size), size, now))
    }
    const around = { folder, database, say, ask, now, rounds, seconds: 1, closing }
    const feeds = await startFeeds(around, sizes, own)
    const result: Result = {
      generator,
      rounds,
      feeds: feeds.map(({ running: _, ...facts }) => facts),
      questions: await questionsSideBySide(around, feeds),
      flat: await flatness(around, feeds),
      payload: await payloadSide(around, feeds),
      ...(await underChange(around, feeds)),
      scaling: await scaling(around, sizes[1]!),
      delays: await visibility(around, sizes[1]!),
      minutes: 0,
    }
    result.minutes = (Date.now() - began) / 60_000
    fs.writeFileSync(path.join(folder, 'result.json'), JSON.stringify(result, null, 1))
    const document = asDocument(result)
    if (quick) process.stdout.write(`${document}\n`)
    else fs.writeFileSync('docs/performance.md', document)
  } finally {
    for (const close of closing.reverse()) await close().catch(() => undefined)
  }
}

/** Editors' views on a full database beside an empty one. Writes docs/performance-workbench.md. */
async function benchWorkbench(): Promise<void> {
  const database = await startDatabase(path.resolve('var', 'bench', 'mongodb'))
  try {
    const mongodb = await measureDesk(freePort, (name) => database.urlNamed(`torg_bench_desk_${name}`))
    const document = asDeskDocument({ sqlite: await measureDesk(freePort, () => ''), mongodb })
    if (quick) process.stdout.write(`${document}\n`)
    else fs.writeFileSync('docs/performance-workbench.md', document)
  } finally {
    await database.stop()
  }
}

bench().then(
  () => process.exit(0),
  (error: unknown) => {
    const sentence = error instanceof Said ? error.said : ((error as Error).stack ?? String(error))
    process.stderr.write(`${sentence}\n`)
    process.exit(1)
  },
)
