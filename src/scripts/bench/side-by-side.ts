import path from 'node:path'
import { slugOf } from './catalogue.js'
import { feedSettings, type Around, type Feed } from './feeds.js'
import { measure, type Samples, type Target } from './measure.js'
import { nginxPath, startNginx } from './nginx.js'
import { start } from './processes.js'
import { questionsFor, type Question } from './questions.js'
import { ask, keepRecorded, type Recorded } from './recorded.js'

export interface QuestionResult {
  name: string
  /** Of the body as it was sent. */
  bytes: number
  isFirst: boolean
  samples: Samples
}

const connections = 32

/** The middle catalogue: large enough to matter, and all who are compared hold the same. */
const middle = (feeds: Feed[]): Feed => feeds[Math.min(1, feeds.length - 1)]!

/** Each question to the feed, and to a bare server, nginx and Express that give the same answers, in turns. */
export async function questionsSideBySide(around: Around, feeds: Feed[]): Promise<QuestionResult[]> {
  const feed = middle(feeds)
  const questions = await questionsFor(feed.running.port, around.now)
  const ready = questions.filter((one) => !one.isFirst)
  const recorded: Recorded[] = []
  const plain: Recorded[] = []
  for (const { addresses, headers } of ready) {
    for (const address of addresses) {
      // Twice: what is asked again is kept.
      await ask(feed.running.port, address, headers)
      recorded.push(await ask(feed.running.port, address, headers))
    }
  }
  for (const { addresses } of ready) plain.push(await ask(feed.running.port, addresses[0]!))
  const [file, plainFile] = [
    path.join(around.folder, 'recorded.json'),
    path.join(around.folder, 'plain.json'),
  ]
  keepRecorded(file, recorded)
  const isJson = ({ headers }: Recorded): boolean =>
    headers.some(([name, value]) => name.toLowerCase() === 'content-type' && value.includes('json'))
  keepRecorded(plainFile, plain.filter(isJson))
  const bare = await start('src/scripts/bench/bare-process.ts', { args: [file], readyAt: '/' })
  const express = await start('src/scripts/bench/express-process.ts', { args: [plainFile], readyAt: '/' })
  const nginx = await startNginx(around.folder, recorded)
  if (!nginx) around.say('nginx is not on the PATH and is left out.')

  const results: QuestionResult[] = []
  for (const question of questions) {
    around.say(`Asking: ${question.name} …`)
    const { name, isFirst, ...asked } = question
    const targets: Target[] = [{ name: 'feed', running: feed.running, asked, isFirst }]
    if (!isFirst) {
      targets.push({ name: 'bare', running: bare, asked })
      const position = recorded.findIndex((one) => one.path === question.addresses[0])
      const paths = question.addresses.map((_, at) => nginxPath(position + at))
      if (nginx && asked.status === 200)
        targets.push({ name: 'nginx', running: nginx, asked: { ...asked, addresses: paths } })
      if (asked.status === 200 && isJson(recorded[position]!))
        targets.push({
          name: 'express',
          running: express,
          asked: { ...asked, addresses: [question.addresses[0]!] },
        })
    }
    const effort = { connections, seconds: around.seconds }
    const samples = await measure(around.ask, targets, effort, around.rounds)
    const { body } = await ask(feed.running.port, question.addresses[0]!, question.headers)
    results.push({ name, bytes: Buffer.from(body, 'base64').length, isFirst: isFirst ?? false, samples })
  }
  for (const one of [bare, express, nginx]) await one?.stop()
  return results
}

/** The same questions to the feeds of all sizes, in turns. */
export async function flatness(around: Around, feeds: Feed[]): Promise<QuestionResult[]> {
  const asked = await Promise.all(
    feeds.map(async ({ running, size }) => ({
      name: String(size),
      running,
      questions: await questionsFor(running.port, new Date(around.now.getTime() + 3_600_000)),
    })),
  )
  const results: QuestionResult[] = []
  for (const [at, { name, isFirst }] of asked[0]!.questions.entries()) {
    around.say(`Asking all sizes: ${name} …`)
    const targets = asked.map(({ name: size, running, questions }): Target => {
      const { name: _name, ...question } = questions[at] as Question
      return { name: size, running, asked: question, isFirst }
    })
    const samples = await measure(
      around.ask,
      targets,
      { connections, seconds: around.seconds },
      around.rounds,
    )
    results.push({ name, bytes: 0, isFirst: isFirst ?? false, samples })
  }
  return results
}

const city = slugOf(0)

/** What Payload's own REST is asked instead: without occurrences, which it does not know. */
const inPayloadsWords = (now: Date): Record<string, string[]> => {
  const base = `/api/publications?depth=0&pagination=false&where[municipality][equals]=${city}&where[kind][equals]=event&where[state][equals]=live`
  const from = (at: number): string => new Date(now.getTime() + at * 7_919_000).toISOString().slice(0, 19)
  return {
    'events, the next 50': [
      `${base}&limit=50&sort=data.start&where[data.start][greater_than_equal]=${from(0)}Z`,
    ],
    'events, filtered, first time': Array.from(
      { length: 400 },
      (_, at) =>
        `${base}&limit=50&sort=data.start&where[data.categories][equals]=sport&where[data.start][greater_than_equal]=${from(at)}Z`,
    ),
  }
}

/** The feed beside Payload's own REST on the same database. */
export async function payloadSide(around: Around, feeds: Feed[]): Promise<QuestionResult[]> {
  const feed = middle(feeds)
  const env = { ...feedSettings(around, feed.size), TORG_ROLE: 'admin' }
  const payload = await start('src/scripts/bench/payload-process.ts', { env, readyAt: '/' })
  const questions = await questionsFor(feed.running.port, new Date(around.now.getTime() + 7_200_000))
  const results: QuestionResult[] = []
  for (const [name, addresses] of Object.entries(inPayloadsWords(around.now))) {
    around.say(`Asking Payload's own REST: ${name} …`)
    const { name: _, isFirst, ...asked } = questions.find((one) => one.name === name)!
    const plain = { headers: { 'Accept-Encoding': 'identity' }, status: 200 }
    const targets: Target[] = [
      { name: 'feed', running: feed.running, asked: { ...asked, ...plain }, isFirst },
      { name: 'payload', running: payload, asked: { ...plain, addresses } },
    ]
    const effort = { connections: 8, seconds: around.seconds * 2 }
    const samples = await measure(around.ask, targets, effort, around.rounds)
    const { body } = await ask(payload.port, addresses[0]!)
    results.push({ name, bytes: Buffer.from(body, 'base64').length, isFirst: isFirst ?? false, samples })
  }
  await payload.stop()
  return results
}
