import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Recorded } from './bare-process.js'
import { measureDesk } from './desk.js'
import { load, type Load } from './load.js'
import { asDeskTable, asDocument, asTable, type Row } from './report.js'

const connections = 32
const milliseconds = 2_000
const rounds = 3

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function started(
  file: string,
  env: Record<string, string>,
  message?: Recorded[],
): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(here(file), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
    child.once('message', ({ port }: { port: number }) => resolve({ child, port }))
    if (message) child.send(message)
  })
}

const stopped = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.disconnect()
  })

function ask(port: number, address: string, headers: Record<string, string>): Promise<Recorded> {
  return new Promise((resolve, reject) => {
    http
      .get({ port, host: '127.0.0.1', path: address, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            path: address,
            status: response.statusCode ?? 0,
            headers: pairs(response.rawHeaders),
            body: Buffer.concat(chunks).toString('base64'),
          }),
        )
      })
      .on('error', reject)
  })
}

// Node writes these of its own to every answer, to those of the bare server too.
const ownOfNode = ['date', 'connection', 'keep-alive']
const pairs = (raw: string[]): [string, string][] =>
  raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 && !ownOfNode.includes(name.toLowerCase()) ? [[name, raw[index + 1] ?? '']] : [],
  )

interface Question {
  name: string
  address: string
  headers: Record<string, string>
}

async function questions(port: number): Promise<Question[]> {
  const plain = { 'Accept-Encoding': 'br' }
  const events = '/feed/v1/hagby/events'
  const list = await ask(port, `${events}?limit=100`, {})
  const { items } = JSON.parse(Buffer.from(list.body, 'base64').toString()) as { items: { id: string }[] }
  if (!items[0]) throw new Error('The demo shows no events')
  const manifest = await ask(port, '/feed/v1/hagby', plain)
  const etag = manifest.headers.find(([name]) => name.toLowerCase() === 'etag')?.[1] ?? ''
  return [
    { name: 'list: 100 occurrences', address: `${events}?limit=100`, headers: plain },
    { name: 'one event', address: `${events}/${items[0].id}`, headers: plain },
    { name: 'changes, first page', address: '/feed/v1/hagby/changes?after=0', headers: plain },
    { name: 'nothing new (304)', address: '/feed/v1/hagby', headers: { ...plain, 'If-None-Match': etag } },
  ]
}

const asText = ({ address, headers }: Question) =>
  [
    `GET ${address} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...Object.entries(headers).map((one) => one.join(': ')),
    '',
    '',
  ].join('\r\n')

const middle = (loads: Load[]): Load =>
  loads.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(loads.length / 2)]!

/**
 * `npm run bench`: the feed beside a bare server that sends the same bytes, in turns, in one run; and editors' views on a
 * full database beside an empty one.
 */
async function bench(): Promise<void> {
  const folder = path.resolve('var', 'bench')
  fs.mkdirSync(folder, { recursive: true })
  process.stdout.write(
    'Starting Torg with the demo (the first time it is made, which takes a minute or two) …\n',
  )
  const feed = await started('./feed-process.ts', {
    TORG_DATA_DIR: folder,
    DATABASE_URL: '',
    TORG_ROLE: 'all',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    TORG_DEMO: '1',
  })
  const asked = await questions(feed.port)
  const recorded = await Promise.all(asked.map(({ address, headers }) => ask(feed.port, address, headers)))
  const bare = await started('./bare-process.ts', {}, recorded)
  const rows: Row[] = []
  for (const [index, question] of asked.entries()) {
    const { status, body } = recorded[index]!
    const taken: { feed: Load[]; bare: Load[] } = { feed: [], bare: [] }
    for (let round = 0; round <= rounds; round += 1) {
      for (const [who, { port }] of [
        ['feed', feed],
        ['bare', bare],
      ] as const) {
        const result = await load({ port, request: asText(question), status }, { connections, milliseconds })
        if (result.wrong > 0) throw new Error(`${question.name}: ${result.wrong} answers were not ${status}`)
        // The first round warms both up.
        if (round > 0) taken[who].push(result)
      }
    }
    rows.push({
      name: question.name,
      bytes: Buffer.from(body, 'base64').length,
      feed: middle(taken.feed),
      bare: middle(taken.bare),
    })
    process.stdout.write(`${question.name} …\n`)
  }
  await Promise.all([stopped(feed.child), stopped(bare.child)])
  process.stdout.write(`${asTable(rows)}\nMaking a desk of 10 000 waiting and 100 000 live events …\n`)
  const desk = await measureDesk(freePort)
  process.stdout.write(`${asDeskTable(desk)}\n`)
  fs.writeFileSync('docs/performance.md', asDocument(rows, { connections, milliseconds, rounds }, desk))
}

bench().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
    process.exit(1)
  },
)
