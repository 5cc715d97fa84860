import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { Chance } from '../model/chance.js'
import { base, visible } from '../model/expected.js'
import { InterestedApp } from '../model/interested-app.js'
import { TownServer } from '../model/town-server.js'
import { World } from '../model/world.js'

const interests = ['sport', 'music', 'theatre', 'dance', 'markets', 'talks', 'nature', 'games']
const combinations = Array.from({ length: 2 ** interests.length }, (_, number) =>
  interests.filter((_one, at) => number & (1 << at)),
)

/** A line that writes down every byte which goes to the server. */
async function listenIn(to: number) {
  let heard: string[] = []
  const server = net.createServer((client) => {
    const at = heard.push('') - 1
    const mine = heard
    const upstream = net.connect({ port: to, host: '127.0.0.1' })
    client.on('data', (bytes: Buffer) => (mine[at] += bytes.toString('latin1')))
    client.pipe(upstream).pipe(client)
    for (const one of [client, upstream]) one.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    /** What went over it since it was asked last. */
    heard: () => {
      const all = heard
      heard = []
      return all
    },
    stop: () => void server.close(),
  }
}

it(
  'all 256 combinations of 8 interests cause the same requests, to the byte, and each shows what it should',
  { timeout: 300_000 },
  async () => {
    const history = new Chance(11)
    const world = new World('alby', history, Date.parse('2026-11-23T12:00:00Z'), {
      events: 24,
      posts: 6,
      categories: interests,
    })
    const server = new TownServer([world])
    await server.start()
    const line = await listenIn(server.port)
    /** Until there is something to choose from, also after what the clock brings about. */
    const live = (): void => {
      do for (let step = 0; step < 20; step += 1) world.step()
      while ((world.settle(), visible(world, 'event').length < 8))
    }
    try {
      const apps = combinations.map((chosen) => {
        // The same chance for each: how it reads and when it is killed is its own affair, not that of its interests.
        const app = new InterestedApp('alby', () => line.port, new Chance(3), world.now)
        app.interests = chosen
        return app
      })
      const shown = new Set<string>()
      let requests = 0
      for (let round = 0; round < 2; round += 1) {
        live()
        await server.catchUp()
        let expected: string[] | undefined
        for (const [at, app] of apps.entries()) {
          line.heard()
          await app.open()
          // They change their mind, look, and come back: nobody is told.
          const mine = app.interests
          app.interests = combinations[(at * 7) % combinations.length]!
          app.shown()
          app.interests = mine
          const heard = line.heard()
          expected ??= heard
          expect(heard).toEqual(expected)
          requests += heard.length
          shown.add(app.shown().join())
          if (at % 16 === round) expect(app.shown().sort()).toEqual(await asked(app.interests))
        }
      }
      expect(requests).toBeGreaterThan(256 * 2 * 4)
      // That everybody sees the same would prove nothing.
      expect(shown.size).toBeGreaterThan(20)
    } finally {
      line.stop()
      server.stop()
    }

    /** The same list as the server chooses it for somebody who tells. */
    async function asked(categories: string[]): Promise<string[]> {
      const all: string[] = []
      const filter = categories.length > 0 ? `&category=${categories.join()}` : ''
      for (let next: string | undefined = `/feed/v1/alby/events?from=2000-01-01&limit=100${filter}`; next;) {
        const { body } = await server.get(next.replace(base, ''))
        const { items, next: more } = body as unknown as {
          items: { id: string; occurrence: string }[]
          next?: string
        }
        all.push(...items.map((one) => `${one.id} ${one.occurrence}`))
        next = more
      }
      return all.sort()
    }
  },
)
