import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findMongodb } from '../mongod.mjs'
import { findBrowser } from './browser.mjs'
import { run } from './child.mjs'
import { countTests, lastLine, slowestFiles } from './count-tests.mjs'
import { ensureEmbed } from './embed.mjs'
import { ensureInstalled } from './install.mjs'

// One for each run: two at once in one folder would count each other's tests.
const reportFile = path.resolve('var', 'tests', `report-${process.pid}.json`)

/** `npm test`: every test there is, on every database that can be had; further arguments go to vitest. */
export const test = (args) => runTests(args)

/** `npm run test:crash`: the crash harness alone, with at least 200 kills for each database. */
export const testCrash = (args) => runTests(['tests/integration/crash', ...args], { TORG_TEST_KILLS: '200' })

async function runTests(args, extra = {}) {
  await ensureInstalled()
  await ensureEmbed()
  const mongodb = await findMongodb()
  const browser = findBrowser()
  const absent = [mongodb.missing, browser.missing].filter(Boolean)
  for (const sentence of absent) process.stdout.write(`${sentence} The tests that need it are skipped.\n`)
  if (absent.length > 0 && process.env.CI === 'true') {
    // A green run that left half of the suite out would be believed.
    process.stdout.write(
      `With CI=true that is a failure.\n${lastLine({ passed: 0, failed: absent.length, skipped: 0 })}\n`,
    )
    return 1
  }
  mkdirSync(path.dirname(reportFile), { recursive: true })
  rmSync(reportFile, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args]
  const code = await run(process.execPath, ['--conditions=production', ...vitest], {
    env: { ...mongodbSettings(mongodb), ...browserSettings(browser), ...extra },
  })
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null
  rmSync(reportFile, { force: true })
  const counts = countTests(report, code)
  if (process.env.CI === 'true') process.stdout.write(`Slowest files:\n${slowestFiles(report).join('\n')}\n`)
  process.stdout.write(`${lastLine(counts)}\n`)
  return code !== 0 ? code : counts.failed > 0 ? 1 : 0
}

// mongodb-memory-server reads these once, when it is imported; set later they are not seen and it would download.
const mongodbSettings = ({ uri, binary, version }) =>
  uri
    ? { TORG_TEST_MONGODB_URI: uri }
    : binary
      ? { MONGOMS_SYSTEM_BINARY: binary, MONGOMS_VERSION: version }
      : {}

const browserSettings = ({ binary }) => (binary ? { TORG_TEST_BROWSER: binary } : {})
