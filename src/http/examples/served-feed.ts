import express from 'express'
import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect } from 'vitest'
import { feedAnswerFaults } from '../../../tests/support/readers/check-feed-answer.js'
import {
  changeOf,
  eventData,
  instant,
  municipalityData,
  oneOfEach,
  postData,
  publicationOf,
  readerOf,
} from '../../feed/examples/publications.js'
import { createFeedIndex, type FeedIndex } from '../../feed/feed-index.js'
import type { Publication } from '../../publication/publication.js'
import { createFeedDoors, type FeedDoors } from '../feed-listener.js'
import type { DeclaredProcessing } from '../pages/privacy-page.js'
import { publicRouter } from '../public-router.js'

const baseUrl = 'https://torg.example'
/** Who handles data for the served municipality. */
export const declared: DeclaredProcessing = {
  operator: { name: 'Drift & Co', contact: 'drift@example.org', dataProtectionOfficer: null },
  processors: [
    {
      name: 'Molnet <AB>',
      services: ['hosting', 'database'],
      countries: ['SE', 'FI'],
      region: 'Stockholm',
      ground: null,
      hosts: ['db.molnet.example'],
    },
  ],
  connections: [],
}
export const picture = Buffer.from('RIFF....WEBPVP8 ')
export const daysAgo = (days: number): string => new Date(instant.getTime() - days * 86_400_000).toISOString()
/** What is left of a publication that was taken down yesterday. */
export const taken: Partial<Publication> = {
  data: null,
  pictures: [],
  ended: daysAgo(1),
  modified: daysAgo(1),
}
/** What the database holds; a test adds rows and lets the index catch up. */
export const rows: Publication[] = [
  ...oneOfEach(),
  publicationOf({
    ...eventData,
    id: 'weekly',
    pictures: [],
    recurrence: { rule: 'FREQ=WEEKLY', exceptions: [], additions: [] },
    overrides: [changeOf('2026-12-01T17:00:00Z', { status: 'cancelled', statusReason: 'illness' })],
  }),
  publicationOf({
    ...eventData,
    id: 'online',
    pictures: [],
    title: 'Webbinarium',
    areas: ['north'],
    attendance: 'online',
    place: null,
    categories: ['talk'],
    price: null,
    age: null,
    start: '2026-12-05T10:00:00Z',
    end: null,
  }),
  publicationOf({ ...postData, id: 'urgent', importance: 'urgent' }, { published: '2026-01-01T00:00:00Z' }),
  publicationOf(
    { ...postData, id: 'pinned', pinned: true, areas: [] },
    { published: '2026-02-01T00:00:00Z' },
  ),
  publicationOf(
    { ...eventData, id: 'withdrawn' },
    { ...taken, state: 'withdrawn', reason: 'organiser', explanation: 'Ledaren är <sjuk>.' },
  ),
  publicationOf({ ...eventData, id: 'erased' }, { ...taken, state: 'erased' }),
  publicationOf({ ...eventData, id: 'old' }, { ...taken, state: 'withdrawn', ended: daysAgo(91) }),
  publicationOf({ ...municipalityData, id: 'stangd' }, { municipality: 'stangd', active: false }),
]
export let index: FeedIndex
let server: Server
let doors: FeedDoors
let now = instant
export const moveClock = (to: Date): void => void (now = to)
const faults: unknown[] = []

/** Serves the rows through the real router on a port of its own, for the tests of the file that calls it. */
export function serveFeed(): void {
  beforeAll(async () => {
    const clock = { now: () => now }
    index = createFeedIndex({ reader: readerOf(rows), clock, pollEvery: 20 })
    await index.start()
    const pictures = {
      open: async (id: string, width: number) =>
        id === 'm1' && width !== 1600 ? { buffer: picture, size: picture.length } : null,
    }
    const onFault = (fault: unknown) => faults.push(fault)
    const options = { index, baseUrl, clock, onFault }
    doors = createFeedDoors(options)
    const app = express()
    app.use(
      publicRouter({
        ...options,
        feed: doors,
        pictures,
        calendarScript: Buffer.from('/* calendar */'),
        adminUrl: '/admin',
        processing: declared,
      }),
    )
    app.use((_request, response) => void response.status(299).end('next'))
    server = createServer(doors.listener(app)).listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => {
    index.stop()
    doors.stop()
    server.close()
    expect(faults).toEqual([])
  })
}

/** Every answer that a test gets is read by its description and by parsers that are not ours; a fault fails the test. */
async function readByOthers(method: string, path: string, got: Omit<Got, 'json'>): Promise<void> {
  const unpacked = { br: brotliDecompressSync, gzip: gunzipSync }[got.headers['content-encoding'] ?? '']
  const text = unpacked && got.bytes.length > 0 ? unpacked(got.bytes).toString('utf8') : got.text
  const headers = got.headers as Record<string, string | undefined>
  const faults = await feedAnswerFaults({ method, path, status: got.status, headers, text }, baseUrl)
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

interface Got {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  text: string
  json: never
}
interface Asking {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}
/** A raw request: `fetch` would repair hostile addresses and unpack what was packed. */
export function ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const bytes = Buffer.concat(parts)
        const text = bytes.toString('utf8')
        const isJson =
          /json/.test(response.headers['content-type'] ?? '') &&
          text !== '' &&
          !response.headers['content-encoding']
        const got = { status: response.statusCode!, headers: response.headers, bytes, text }
        const json = (isJson ? JSON.parse(text) : null) as never
        readByOthers(method, path, got).then(() => resolve({ ...got, json }), reject)
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}
export interface Items {
  items: { id: string; title: string; start: string; status: string; occurrence: string; language: string }[]
  next?: string
}
export const items = async (path: string): Promise<Items['items']> => ((await ask(path)).json as Items).items
export const ids = async (path: string): Promise<string[]> => (await items(path)).map((one) => one.id)
export const feed = '/feed/v1/hagby'
