import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventData, instant, municipalityData, organisationData } from '../feed/examples/publications.js'
import { publicationOf, readerOf } from '../feed/examples/publications.js'
import { createFeedIndex, type FeedIndex } from '../feed/feed-index.js'
import { mediaRouter } from './media-router.js'
import { createUnread, mostUnread, unread, whenOver } from './unread.js'
import express from 'express'

const mega = 1024 * 1024
/** More than the buffers of both ends of a connection take in. */
const large = 16 * mega
let server: Server
const clients: net.Socket[] = []

async function serve(listener: Parameters<typeof createServer>[1]): Promise<void> {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
}
const port = (): number => (server.address() as AddressInfo).port
/** Asks for something and reads nothing of it; several things at once on one connection. */
function stare(...paths: string[]): net.Socket {
  const client = net.connect({ port: port(), host: '127.0.0.1' }).pause()
  client.on('error', () => undefined)
  client.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(''))
  clients.push(client)
  return client
}
async function until(wished: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !wished(); tries += 1) await new Promise((done) => setTimeout(done, 10))
  expect(wished()).toBe(true)
}
const read = async (path: string): Promise<number> =>
  (await (await fetch(`http://127.0.0.1:${port()}${path}`)).arrayBuffer()).byteLength

afterEach(() => {
  for (const client of clients.splice(0)) client.destroy()
  server.closeAllConnections()
  server.close()
})

describe('answers that are not taken', () => {
  const bodies = Array.from({ length: 6 }, () => Buffer.alloc(large, 'x'))
  let ledger: ReturnType<typeof createUnread>
  let count: { ended: number; over: number }
  beforeEach(() => {
    ledger = createUnread(3 * large)
    // Of this test alone: those of the one before may still be leaving.
    const mine = (count = { ended: 0, over: 0 })
    return serve((request, response) => {
      const body = bodies[Number(request.url!.slice(1))]!
      response.writeHead(200, { 'Content-Length': body.length })
      response.end(body)
      ledger.note(response, body, body.length)
      mine.ended += 1
      whenOver(response, () => (mine.over += 1))
    })
  })

  it('are counted once for all who wait for the same, until the last of them has left', async () => {
    const [one, other] = [stare('/0'), stare('/0')]
    await until(() => count.ended === 2)
    expect(ledger.held()).toBe(large)
    one.destroy()
    await until(() => count.over === 1)
    expect(ledger.held()).toBe(large)
    other.destroy()
    await until(() => count.over === 2)
    expect(ledger.held()).toBe(0)
  })

  it('are let go of where they are more than may be held: what was asked for last stays', async () => {
    const all = []
    for (const path of ['/0', '/1', '/2', '/0', '/3', '/4']) {
      all.push(stare(path))
      await until(() => count.ended === all.length)
      expect(ledger.held()).toBeLessThanOrEqual(3 * large)
    }
    // That of /0 was asked for again meanwhile, so /1 and /2 went before it.
    await until(() => count.over === 2)
    expect(ledger.held()).toBe(3 * large)
    expect(await read('/5')).toBe(large)
    await until(() => ledger.held() <= 2 * large)
  })

  it('are forgotten with their connection, also those that wait behind others on it', async () => {
    const client = stare('/0', '/1', '/2')
    await until(() => count.ended >= 1)
    expect(ledger.held()).toBeGreaterThanOrEqual(large)
    client.destroy()
    await until(() => count.over === count.ended)
    expect(ledger.held()).toBe(0)
  })

  it('arrive, also one that is larger than all that may be held', async () => {
    ledger = createUnread(mega)
    expect(await read('/0')).toBe(large)
    await until(() => ledger.held() === 0)
  })
})

describe('pictures', () => {
  let index: FeedIndex
  let opened: string[]
  const names = Array.from({ length: 10 }, (_, at) => `m${at}`)

  beforeEach(async () => {
    opened = []
    const pictures = names.map((id) => ({ ...eventData.pictures[0]!, id }))
    const rows = [municipalityData, organisationData, { ...eventData, pictures }].map((data) =>
      publicationOf(data),
    )
    const clock = { now: () => instant }
    index = createFeedIndex({ reader: readerOf(rows), clock, pollEvery: 600_000 })
    await index.start()
    const store = {
      async open(id: string, width: number) {
        opened.push(`${id} ${width}`)
        if (id === 'm9') throw new Error('The disk is full of holes.')
        return { buffer: Buffer.alloc(large, 'x'), size: large }
      },
    }
    await serve(express().use(mediaRouter({ index, pictures: store, clock })))
  })
  afterEach(() => index.stop())

  it('are read once for all who are at it, whether they take it or not', async () => {
    for (let at = 0; at < 30; at += 1) stare('/m1/320.webp')
    await until(() => unread.held() > 0)
    expect(await Promise.all([read('/m1/320.webp'), read('/m1/320.webp')])).toEqual([large, large])
    expect([opened, unread.held()]).toEqual([['m1 320'], large])
    for (const client of clients.splice(0)) client.destroy()
    await until(() => unread.held() === 0)
    // Nobody is at it any more: the next one reads it again.
    expect(await read('/m1/320.webp')).toBe(large)
    expect(opened).toHaveLength(2)
  })

  it('of many clients who do not read hold no more than a bound, and all others get theirs', async () => {
    for (const name of names.slice(0, 9))
      for (const width of [320, 800]) {
        stare(`/${name}/${width}.webp`)
        await until(() => opened.includes(`${name} ${width}`))
        expect(unread.held()).toBeLessThanOrEqual(mostUnread)
      }
    expect(await read('/m1/1600.webp')).toBe(large)
    await until(() => unread.held() >= mostUnread - large && unread.held() <= mostUnread)
  })

  it('of which many are asked for at once on one connection are all sent, and nothing is warned of', async () => {
    const warnings: Error[] = []
    const note = (warning: Error) => void warnings.push(warning)
    process.on('warning', note)
    const client = stare(...Array.from({ length: 30 }, () => '/m1/320.webp'))
    await until(() => unread.held() > 0)
    let bytes = 0
    client.on('data', (part: Buffer) => (bytes += part.length)).resume()
    await until(() => bytes > 30 * large)
    await until(() => unread.held() === 0)
    process.off('warning', note)
    expect(warnings).toEqual([])
  })

  it('that cannot be read are tried again by whoever asks next', async () => {
    const status = async () => (await fetch(`http://127.0.0.1:${port()}/m9/320.webp`)).status
    expect(await status()).toBe(500)
    expect(await status()).toBe(500)
    expect(opened).toHaveLength(2)
  })
})
