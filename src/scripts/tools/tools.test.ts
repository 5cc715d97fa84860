import { describe, expect, it } from 'vitest'

// Plain JavaScript without types, since it runs before anything is installed.
const load = (file: string) => import(new URL(file, import.meta.url).href)
const { nodeFault } = await load('./node-version.mjs')
const { countTests, lastLine } = await load('./count-tests.mjs')

describe('the Node that Torg runs on', () => {
  it.each(['20.19.0', '20.19.1', '22.0.0', '24.9.0'])('%s is new enough', (version) => {
    expect(nodeFault(version)).toBeNull()
  })

  it.each(['20.18.3', '18.20.0', '9.99.99'])(
    '%s is too old, in a sentence that says what to do',
    (version) => {
      expect(nodeFault(version)).toMatch(
        /^Torg needs Node 20\.19\.0 or newer, and this is .* Install a newer one/,
      )
    },
  )
})

describe('the last line of npm test', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  })
  const report = (...testResults: object[]) => ({ testResults })

  it('sums all projects, and everything that did not run is skipped', () => {
    const counts = countTests(
      report(file('passed', 'passed', 'pending'), file('passed', 'skipped', 'todo')),
      0,
    )
    expect(lastLine(counts)).toBe('tests: 1 passed, 0 failed, 3 skipped')
  })

  it('counts a file that did not load as a failure', () => {
    expect(countTests(report(file('failed'), file('failed', 'failed', 'passed')), 1)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 0,
    })
  })

  it('shows a failure where only the exit code knows of one, or there is no report', () => {
    expect(countTests(report(file('passed', 'passed')), 1).failed).toBe(1)
    expect(countTests(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})
