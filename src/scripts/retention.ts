import { dryRun, runRetention } from '../editorial/retention/run-retention.js'
import type { Counts } from '../privacy/retention/plan.js'
import { systemClock } from '../shared/clock.js'
import { onThisMachine } from './on-this-machine.js'

const linesOf = (word: string, counts: Counts): string =>
  Object.entries(counts)
    .flatMap(([category, lines]) =>
      Object.entries(lines).map(([line, count]) => `${word}\t${category}\t${line}\t${count}\n`),
    )
    .join('')

/**
 * `npm run retention`: what the nightly run would do now, by category and municipality. With `-- --now` it is done at
 * once, as in the night.
 */
onThisMachine(async (payload) => {
  const now = process.argv.includes('--now')
  const { done, held, failed } = now
    ? await runRetention(payload, systemClock)
    : await dryRun(payload, systemClock.now())
  process.stdout.write(linesOf(now ? 'done' : 'due', done) + linesOf('held', held))
  for (const category of failed) process.stdout.write(`failed\t${category}\n`)
  if (Object.keys(done).length === 0) process.stdout.write('Nothing whose time is over.\n')
})
