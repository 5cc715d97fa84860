import net from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lineFaults } from '../../src/config/log-line.js'
import { nightly } from '../../src/jobs/nightly.js'
import { systemClock } from '../../src/shared/clock.js'
import { listenToLog } from '../support/bad-answers.js'
import { eventBody, postBody } from '../support/newsroom.js'
import { Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { photo } from '../support/publish.js'
import { database, describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'
import { watchConnections, type Watch } from '../support/watch-connections.js'

const canary = 'kanariefagel'

describeHere('a whole day of Torg, from its start to its night', () => {
  let watch: Watch
  let torg: Running
  let log: ReturnType<typeof listenToLog>
  const lines: string[] = []

  beforeAll(async () => {
    watch = watchConnections()
    torg = await startForTests()
    log = listenToLog(torg)
    try {
      await aDay()
    } finally {
      log.stop()
      lines.push(...log.lines.flatMap((one) => one.split('\n')).filter((one) => one.trim() !== ''))
    }
  }, 240_000)
  afterAll(async () => {
    await torg?.stop()
    watch?.stop()
  })

  /** People log in, write, upload, submit, decide; citizens read; somebody asks for nonsense; the night comes. */
  async function aDay(): Promise<void> {
    const town = await makeTown(torg, {
      slug: 'ekby',
      organisations: { Klara: {} },
      people: {
        author: { role: 'organisation-admin', organisation: 'Klara', email: 'klara@example.org' },
        editor: { role: 'editor' },
        admin: { role: 'municipality-admin' },
      },
    })
    const { author, editor, admin } = town.person
    const own = new Visitor(torg.base)
    await own.login('author')
    await own.login('author', canary)
    await author.upload(await photo(200, 100), { alt: 'Planen' })
    const event = (await author.post('/api/events', eventBody(town.category))).body.doc.id as string
    const post = (await author.post('/api/posts', postBody(town.category))).body.doc.id as string
    for (const [kind, id] of [
      ['events', event],
      ['posts', post],
    ] as const) {
      expect((await author.act(kind, id, 'submit')).status).toBe(200)
      expect((await editor.act(kind, id, 'approve')).status).toBe(200)
    }
    await feedHasCaughtUp(torg, ['ekby'])
    const citizen = new Visitor(torg.base)
    const said = { 'User-Agent': canary, Cookie: `a=${canary}`, Referer: `https://${canary}.example/` }
    for (const address of [
      '/feed/v1/ekby',
      `/feed/v1/ekby/events?q=${canary}`,
      '/feed/v1/ekby/calendar.ics',
      '/feed/v1/ekby/posts.rss',
      '/ekby',
      '/ekby/privacy',
      `/ekby/e/x-${event}`,
      `/feed/v1/ekby/events/${canary}`,
      `/${canary}/%ff`,
      `/api/events/${canary}`,
    ])
      await citizen.get(address, said)
    await citizen.post('/feed/v1/graphql', { query: `{ ${canary} }` })
    await citizen.send('POST', '/api/accounts/login', `{"username":"${canary}`)
    await admin.get('/api/log')
    await admin.get('/api/accounts/extract')
    // What breaks is told, too: by a fault of our own that holds what somebody typed.
    torg.payload.logger.error({ err: Object.assign(new Error(canary), { url: canary }), url: canary })
    torg.payload.logger.error({ err: new TypeError(canary), kind: 'event', document: event }, 'clock')
    await nightly(torg.payload, systemClock)
  }

  it('connects to its own machine alone: to itself and its database', () => {
    expect(watch.outside).toEqual([])
    const itself = new URL(torg.base).port
    const declared = [itself, ...(database === 'mongodb' ? [...ports(torg.env.DATABASE_URL!)] : [])]
    const others = [...watch.local].filter(
      (goal) => !declared.includes(goal.slice(goal.lastIndexOf(':') + 1)),
    )
    expect(others).toEqual([])
    expect(watch.local.size).toBeGreaterThan(0)
  })

  it('would be seen where it did not', () => {
    expect(() => net.connect({ host: 'telemetry.example', port: 443 })).toThrow('Nothing is let out')
    expect(watch.outside.splice(0)).toEqual(['telemetry.example:443'])
  })

  it('writes lines of one schema, and none of what anybody typed, asked or said of their browser', () => {
    expect(lines.length).toBeGreaterThanOrEqual(2)
    expect(
      lines.flatMap((line) => lineFaults(line).map((fault) => `${fault}: ${line.slice(0, 300)}`)),
    ).toEqual([])
    expect(lines.filter((line) => line.includes(canary))).toEqual([])
  })
})

const ports = (url: string): Set<string> =>
  new Set([...url.matchAll(/:(\d{2,5})\b/g)].map(([, port]) => port!))
