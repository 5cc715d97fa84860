import { expect, it } from 'vitest'
import { crashAgainAndAgain } from '../crash/crash-run.js'
import { database, describeHere } from '../support/torg.js'

/** 20 in `npm test`, at least 200 in `npm run test:crash`. */
const kills = Number(process.env.TORG_TEST_KILLS ?? 20)

const tell = process.env.TORG_TEST_KILLS
  ? (line: string) => process.stdout.write(`${database}: ${line}\n`)
  : undefined

describeHere('a process that is killed while people work', () => {
  it(
    `loses nothing that was acknowledged and shows nothing that was not approved, in ${kills} deaths`,
    async () => {
      const run = await crashAgainAndAgain(kills, { tell })
      expect(run.breaches).toEqual([])
      expect(run.kills).toBe(kills)
      // A run in which nothing happened would prove nothing.
      expect(run.acknowledged).toBeGreaterThan(kills * 5)
      expect(run.unanswered).toBeGreaterThan(kills / 4)
      for (const what of ['held', 'carriedOut', 'erased', 'withdrawn'] as const)
        expect(run[what], what).toBeGreaterThan(0)
      expect(run.reads).toBeGreaterThan(kills)
      process.stdout.write(
        `crash on ${database}: ${JSON.stringify({ ...run, breaches: run.breaches.length })}\n`,
      )
    },
    300_000 + kills * 60_000,
  )
})
