import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { instant, oneOfEach, readerOf } from '../feed/examples/publications.js'
import { createFeedIndex, type FeedIndex } from '../feed/feed-index.js'
import { createFeedDoors, type FeedDoors } from './feed-listener.js'
import type { Question } from './feed-questions.js'
import { Assembly } from './pieces.js'

/** What is done, with a bar wherever the loop came round, so that what is ready could go out. */
let order: string[]
let index: FeedIndex
let doors: FeedDoors
let isOver: boolean

const clock = { now: () => instant }
function work(name: string): void {
  order.push(name)
  const until = performance.now() + 9
  while (performance.now() < until);
}
const betweenOthers = (): string[] =>
  order
    .join(' ')
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean)

beforeEach(async () => {
  ;[order, isOver] = [[], false]
  index = createFeedIndex({ reader: readerOf(oneOfEach()), clock, pollEvery: 600_000 })
  await index.start()
  const slow = {
    ...index,
    municipalities: () => {
      work('query')
      return index.municipalities()
    },
  }
  doors = createFeedDoors({ index: slow, baseUrl: 'https://torg.example', clock })
  const others = (): void => {
    order.push('|')
    if (!isOver) setImmediate(others)
  }
  setImmediate(others)
})
afterEach(() => {
  isOver = true
  doors.stop()
  index.stop()
})

it('queries are answered one at a time, with a moment for others in between', async () => {
  const server = createServer(doors.listener((_, response) => void response.end())).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (): Promise<number> => {
    const body = JSON.stringify({ query: '{ municipalities { id } }' })
    const headers = { 'Content-Type': 'application/json' }
    const url = `http://127.0.0.1:${port}/feed/v1/graphql`
    return (await fetch(url, { method: 'POST', headers, body })).status
  }
  const statuses = await Promise.all(Array.from({ length: 12 }, ask))
  server.close()
  server.closeAllConnections()
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(betweenOthers()).toEqual(Array(12).fill('query'))
})

it('large answers are made a slice at a time, each in its turn, also anew where something changed', async () => {
  let version = 1
  const source = { version: () => version, takenDownAt: () => 0, changedAfter: () => -Infinity }
  const question = (key: string): Question => ({
    key,
    type: 'text/plain',
    source,
    until: () => Infinity,
    isPlain: false,
    isPrivate: false,
    make: () => new Assembly(Array.from({ length: 3 }, () => () => (work(key), Buffer.from(key)))),
  })
  const response = { destroyed: false } as Parameters<FeedDoors['turn']>[0]
  const put = async (key: string) => doors.turn(response, () => doors.of(question(key)))
  const all = Promise.all(['a', 'b', 'c'].map(put))
  setTimeout(() => (version += 1), 30)
  const made = await all
  expect(made.map((one) => one.length)).toEqual([3, 3, 3])
  const slices = betweenOthers()
  expect(slices.filter((one) => one.includes(' '))).toEqual([])
  expect(slices.length).toBeGreaterThan(9)
})
