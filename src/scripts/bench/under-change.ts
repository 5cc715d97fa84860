import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { feedSettings, startFeed, type Around, type Feed } from './feeds.js'
import { slugOf } from './catalogue.js'
import { measure, type Samples, type Target } from './measure.js'
import { bundleFlags } from '../tools/bundle.mjs'
import { program, start, type Running } from './processes.js'
import { questionsFor } from './questions.js'
import { ask, bodyOf, keepRecorded, type Recorded } from './recorded.js'
import { delaysOf, watch, whileWriting, type Delay } from './visibility.js'

const city = slugOf(0)
const list = `/feed/v1/${city}/events`
const packed = { 'Accept-Encoding': 'br' }
const perSecond = 20

async function startWriter(around: Around, size: number): Promise<ChildProcess> {
  const env = { ...feedSettings(around, size), TORG_ROLE: 'admin' }
  const bundle = await program('src/scripts/bench/writer-process.ts')
  const child = spawn(process.execPath, [...bundleFlags, bundle], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  around.closing.push(async () => void child.kill('SIGTERM'))
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`The writer ended with ${code}`)))
  })
  return child
}

/** Events that the lists show, so that each change of one changes them. */
async function shownIds(port: number): Promise<string[]> {
  const page = JSON.parse(bodyOf(await ask(port, `${list}?limit=100&collapse=series`)).toString()) as {
    items: { id: string }[]
  }
  return page.items.map(({ id }) => id)
}

export interface UnderChange {
  name: string
  /** Rounds `still` and `changing` of the feed, `bareStill` and `bareChanging` of a bare process, in turns. */
  samples: Samples
}

/**
 * The same questions while nothing changes and while 20 changes a second arrive in the municipality that is asked about.
 * A bare process that gives the recorded answers is asked in the same rounds: what it loses is lost to the writer and the
 * database, which share the cores with both.
 */
export async function underChange(
  around: Around,
  feeds: Feed[],
): Promise<{ changing: UnderChange[]; changesWritten: number }> {
  const feed = feeds[Math.min(1, feeds.length - 1)]!
  const writer = await startWriter(around, feed.size)
  const ids = await shownIds(feed.running.port)
  const names = [
    'events, the next 50',
    'one event, of 100',
    'changes, a page of 500',
    'calendar of 500 events',
  ]
  const questions = (await questionsFor(feed.running.port, around.now)).filter(({ name }) =>
    names.includes(name),
  )
  const recorded: Recorded[] = []
  for (const { addresses, headers } of questions)
    for (const address of addresses) recorded.push(await ask(feed.running.port, address, headers))
  const file = path.join(around.folder, 'under-change.json')
  keepRecorded(file, recorded)
  const bare = await start('src/scripts/bench/bare-process.ts', { args: [file], readyAt: '/' })
  const results: UnderChange[] = []
  let changesWritten = 0
  for (const { name, isFirst: _, ...asked } of questions) {
    around.say(`Under change: ${name} …`)
    const samples: Samples = new Map([
      ['still', []],
      ['changing', []],
      ['bareStill', []],
      ['bareChanging', []],
    ])
    const effort = { connections: 32, seconds: around.seconds * 2 }
    const round = async (own: string, bares: string): Promise<void> => {
      const targets: Target[] = [
        { name: own, running: feed.running, asked },
        { name: bares, running: bare, asked },
      ]
      for (const [who, found] of await measure(around.ask, targets, effort, 1))
        samples.get(who)!.push(...found)
    }
    for (let at = 0; at < around.rounds; at += 1) {
      await round('still', 'bareStill')
      const { written } = await whileWriting(writer, { ids, perSecond }, () =>
        round('changing', 'bareChanging'),
      )
      changesWritten += written.length
    }
    results.push({ name, samples })
  }
  await bare.stop()
  return { changing: results, changesWritten }
}

export interface Scaling {
  /** Answers a second, and of processor time, of one and two processes, round by round. */
  samples: Samples
}

/** One and two feed processes on one port beside one and two bare ones, in turns. */
export async function scaling(around: Around, size: number): Promise<Scaling> {
  around.say('One and two processes on one port …')
  const one = await startFeed(around, size)
  const two = await startFeed(around, size, { TORG_FEED_PROCESSES: '2' })
  await bothReady(two)
  await ask(one.port, list, packed)
  const file = path.join(around.folder, 'list.json')
  keepRecorded(file, [await ask(one.port, list, packed)])
  const bare = (count: string): Promise<Running> =>
    start('src/scripts/bench/bare-process.ts', { args: [file, count], readyAt: '/' })
  const [bareOne, bareTwo] = [await bare('1'), await bare('2')]
  const asked = { addresses: [list], headers: packed, status: 200 }
  const targets = Object.entries({ one, two, bareOne, bareTwo }).map(([name, running]) => ({
    name,
    running,
    asked,
  }))
  const effort = { connections: 64, seconds: around.seconds }
  const samples = await measure(around.ask, targets, effort, around.rounds > 1 ? 9 : 1)
  for (const running of [bareOne, bareTwo, two, one]) await running.stop()
  return { samples }
}

/** Until each of the processes on a port has answered a few times that it is ready. */
async function bothReady({ port }: Running): Promise<void> {
  for (let inARow = 0; inARow < 40;) {
    const { status } = await ask(port, '/readyz')
    inARow = status === 200 ? inARow + 1 : 0
    if (status !== 200) await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** How long a decision takes to be seen in each of four feed processes, while all of them are asked as fast as they can. */
export async function visibility(around: Around, size: number): Promise<Delay[]> {
  around.say('Four feed processes under load, and when each shows a decision …')
  const feeds = await Promise.all([0, 1, 2, 3].map(() => startFeed(around, size)))
  const writer = await startWriter(around, size)
  const ids = await shownIds(feeds[0]!.port)
  const manifest = JSON.parse(bodyOf(await ask(feeds[0]!.port, `/feed/v1/${city}`)).toString()) as {
    latest: number
  }
  const watching = feeds.map(({ port }) => watch(port, manifest.latest))
  const seconds = around.rounds > 1 ? 20 : 3
  const { written } = await whileWriting(writer, { ids, perSecond }, () =>
    Promise.all(
      feeds.map(({ port }) =>
        around.ask({ port, addresses: [list], headers: packed, status: 200 }, { connections: 16, seconds }),
      ),
    ),
  )
  for (const one of watching) one.stop()
  for (const running of feeds) await running.stop()
  return watching.map(({ seen }) => delaysOf(written, seen))
}
