import { expect, it } from 'vitest'
import { Chance } from '../model/chance.js'
import { checkDoors } from '../model/check-doors.js'
import { Deltas } from '../model/check-deltas.js'
import { TownServer } from '../model/town-server.js'
import { World } from '../model/world.js'

/** So many in `npm test`; at least 10 000 where `TORG_TEST_STEPS` says so, then with chance of its own unless `TORG_TEST_SEED` is given. */
const steps = Number(process.env.TORG_TEST_STEPS ?? 200)
const seed = Number(process.env.TORG_TEST_SEED ?? (process.env.TORG_TEST_STEPS ? Date.now() % 1e9 : 7))
/** Every so many steps all answers are also read by parsers of others, which takes its time. */
const strictEvery = 20

it(
  `agrees with a simple model on every address after each of ${steps} random decisions (seed ${seed})`,
  { timeout: 120_000 + steps * 2_000 },
  async () => {
    const chance = new Chance(seed)
    const start = Date.parse('2026-11-23T12:00:00Z')
    const worlds = ['alby', 'bygd'].map((slug) => new World(slug, chance, start))
    const server = new TownServer(worlds)
    await server.start()
    const deltas = new Map(worlds.map((world) => [world, new Deltas(world, server, chance)]))
    const counts = new Map<string, number>()
    try {
      for (let step = 1; step <= steps; step += 1) {
        const world = chance.of(worlds)
        const what = world.step()
        for (const other of worlds) other.now = world.now
        const strictly = step % strictEvery === 0
        try {
          await server.catchUp()
          if (chance.happens(0.02)) await server.readEverything()
          // What the clock hides is hidden before anything is written.
          for (const one of worlds) if (one === world || strictly) await checkDoors(one, server, strictly)
          const open = worlds.filter((one) => one.municipality.active)
          for (const one of open) await deltas.get(one)!.readOn(strictly)
          for (const one of worlds) one.settleClock()
          await server.catchUp()
          for (const one of open) if (one.isSettled) await deltas.get(one)!.check(strictly)
        } catch (fault) {
          throw new Error(
            `seed ${seed}, step ${step}: ${what} in ${world.slug} at ${new Date(world.now).toISOString()}`,
            { cause: fault },
          )
        }
        const kind = what.replace(/\S*[-\d]\S*/g, '…')
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
      }
      expect(server.faults).toEqual([])
      const all = [...deltas.values()]
      const told = {
        steps,
        seed,
        requests: server.requests,
        replays: all.reduce((sum, one) => sum + one.replays, 0),
        resyncs: all.reduce((sum, one) => sum + one.resyncs, 0),
        kinds: counts.size,
      }
      process.stdout.write(`feed model: ${JSON.stringify(told)}\n`)
      // A run in which nothing happened would prove nothing.
      expect(told.kinds).toBeGreaterThan(12)
      expect(told.replays).toBeGreaterThan(steps / 8)
    } finally {
      server.stop()
    }
  },
)
