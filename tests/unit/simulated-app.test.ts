import { expect, it } from 'vitest'
import { Chance } from '../model/chance.js'
import { day } from '../model/clock-of-stockholm.js'
import { everything } from '../model/expected.js'
import { LossyLine } from '../model/lossy-line.js'
import { GraphQLApp, RestApp, type SimulatedApp } from '../model/simulated-app.js'
import { TownServer } from '../model/town-server.js'
import { World } from '../model/world.js'
import { withoutNulls } from '../support/every-field.js'

const seed = Number(process.env.TORG_TEST_SEED ?? 5)
const rounds = 40

/** GraphQL says null where REST leaves out, and its tree of a text ends somewhere. */
const comparable = (item: unknown): unknown =>
  JSON.parse(
    JSON.stringify(withoutNulls(item), (name, each: unknown) => (name === 'nodes' ? undefined : each)),
  )

it(
  '200 apps over bad lines, asleep for hours or months, end with exactly what is public',
  { timeout: 300_000 },
  async () => {
    // What happens is the same in each run; which answers a line cuts off depends on the machine too.
    const [history, chance] = [new Chance(seed), new Chance(seed + 1)]
    const world = new World('alby', history, Date.parse('2026-11-23T12:00:00Z'), { events: 25, posts: 20 })
    const server = new TownServer([world])
    await server.start()
    const line = new LossyLine(server.port, chance)
    await line.start()
    const apps: SimulatedApp[] = Array.from({ length: 200 }, (_, at) =>
      at % 5 === 0
        ? new GraphQLApp('alby', () => line.port, chance, world.now)
        : new RestApp('alby', () => line.port, chance, world.now),
    )
    const wake = async (some: SimulatedApp[], work: (app: SimulatedApp) => Promise<void>): Promise<void> => {
      const waiting = [...some]
      const workers = Array.from({ length: 16 }, async () => {
        for (let app = waiting.pop(); app; app = waiting.pop()) await work(app)
      })
      await Promise.all(workers)
    }
    try {
      for (let round = 0; round < rounds; round += 1) {
        for (let steps = 0; steps < 4; steps += 1) {
          world.step()
          world.settleClock()
        }
        world.pass(history.whole(1, 15) * day)
        await server.catchUp()
        const awake = apps.filter((app) => app.wakesAt <= world.now)
        await wake(awake, (app) => app.wake(world.now))
      }
      world.settle()
      await server.catchUp()
      await wake(apps, (app) => app.readOn())
      const truth = everything(world)
      expect(truth.size).toBeGreaterThan(8)
      const [inRest, inGraphQL] = [truth, new Map([...truth].map(([id, item]) => [id, comparable(item)]))]
      for (const app of apps) {
        const rest = app instanceof RestApp
        const held = new Map([...app.items].map(([id, item]) => [id, rest ? item : comparable(item)]))
        expect([...held.keys()].sort()).toEqual([...truth.keys()].sort())
        for (const [id, item] of rest ? inRest : inGraphQL) expect(held.get(id)).toEqual(item)
      }
      const sum = (of: (app: SimulatedApp) => number): number => apps.reduce((all, app) => all + of(app), 0)
      const told = {
        seed,
        broken: line.broken,
        retries: sum((app) => app.retries),
        repeated: sum((app) => app.repeated),
        resyncs: sum((app) => app.resyncs),
      }
      process.stdout.write(`simulated apps: ${JSON.stringify(told)}\n`)
      expect(server.faults).toEqual([])
      // A quiet line and apps that are always awake would prove nothing.
      expect(told.broken).toBeGreaterThan(200)
      expect(told.retries).toBeGreaterThan(200)
      expect(told.repeated).toBeGreaterThan(200)
      expect(told.resyncs).toBeGreaterThan(20)
    } finally {
      line.stop()
      server.stop()
    }
  },
)
