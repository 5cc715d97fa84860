import express from 'express'
import { once } from 'node:events'
import { Agent, createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFeedIndex, type FeedIndex } from '../../src/feed/feed-index.js'
import { createFeedDoors, type FeedDoors } from '../../src/http/feed-listener.js'
import { publicRouter } from '../../src/http/public-router.js'
import { feedAnswerFaults } from '../support/readers/check-feed-answer.js'
import { base } from './expected.js'
import { readerOfWorlds, type World } from './world.js'

const picture = Buffer.from('RIFF....WEBPVP8 ')

export interface Answer {
  status: number
  text: string
  body: Record<string, never> & Record<string, unknown>
}

/** The real public router over towns in memory, on a port of its own, with the clock of the first town. */
export class TownServer {
  private index!: FeedIndex
  private doors: FeedDoors | undefined
  private answer!: RequestListener
  private server!: Server
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 })
  readonly faults: unknown[] = []
  requests = 0

  constructor(private readonly worlds: World[]) {}

  async start(): Promise<void> {
    await this.readEverything()
    this.server = createServer((request, response) => this.answer(request, response)).listen(0, '127.0.0.1')
    await once(this.server, 'listening')
  }

  /** As a process that starts: forgets everything and reads it. */
  async readEverything(): Promise<void> {
    this.index?.stop()
    const clock = { now: () => new Date(this.worlds[0]!.now) }
    const onFault = (fault: unknown): void => void this.faults.push(fault)
    const reader = readerOfWorlds(this.worlds)
    const index = createFeedIndex({ reader, clock, pollEvery: 3_600_000, onFault })
    await index.start()
    const pictures = {
      open: async (_id: string, width: number) =>
        width === 1600 ? null : { buffer: picture, size: picture.length },
    }
    const options = { index, baseUrl: base, clock, onFault }
    this.doors?.stop()
    const doors = createFeedDoors(options)
    const app = express()
    app.use(
      publicRouter({
        ...options,
        feed: doors,
        pictures,
        calendarScript: null,
        adminUrl: '/admin',
        processing: { operator: null, processors: null, connections: [] },
      }),
    )
    this.index = index
    this.doors = doors
    this.answer = doors.listener(app)
  }
  catchUp = (): Promise<void> => this.index.catchUp()

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  stop(): void {
    this.index.stop()
    this.doors?.stop()
    this.agent.destroy()
    this.server.close()
    this.server.closeAllConnections()
  }

  /** `strictly`: the answer is also read by its description and by parsers of others. */
  async get(address: string, strictly = false): Promise<Answer> {
    const path = address.replace(base, '')
    this.requests += 1
    const { status, text, headers } = await this.ask(path)
    if (strictly) {
      const faults = await feedAnswerFaults({ method: 'GET', path, status, headers, text }, base)
      if (faults.length > 0) throw new Error(faults.join('\n'))
    }
    const body = (headers['content-type']?.includes('json') ? JSON.parse(text) : {}) as Answer['body']
    return { status, text, body }
  }

  private ask(
    path: string,
  ): Promise<{ status: number; text: string; headers: Record<string, string | undefined> }> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.port, path, agent: this.agent }
      const request = httpRequest(options, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            text: Buffer.concat(parts).toString('utf8'),
            headers: response.headers as Record<string, string | undefined>,
          }),
        )
        response.on('error', reject)
      })
      request.on('error', reject)
      request.end()
    })
  }
}
