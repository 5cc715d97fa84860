import express from 'express'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { eventData, instant, oneOfEach, publicationOf, readerOf } from '../feed/examples/publications.js'
import { createFeedIndex } from '../feed/feed-index.js'
import { mediaRouter } from './media-router.js'

it('gives no picture that was taken down while its file was read', async () => {
  const rows = oneOfEach()
  const clock = { now: () => instant }
  const index = createFeedIndex({ reader: readerOf(rows), clock, pollEvery: 600_000 })
  await index.start()
  let meanwhile = async (): Promise<void> => {}
  const pictures = {
    async open() {
      await meanwhile()
      return { buffer: Buffer.from('RIFF'), size: 4 }
    },
  }
  const app = express().use(mediaRouter({ index, pictures, clock }))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const status = async () => (await fetch(`http://127.0.0.1:${port}/m1/320.webp`)).status
  expect(await status()).toBe(200)
  meanwhile = async () => {
    rows.push(publicationOf(eventData, { state: 'withdrawn', data: null, pictures: [] }))
    await index.catchUp()
  }
  expect(await status()).toBe(404)
  index.stop()
  server.closeAllConnections()
  server.close()
})
