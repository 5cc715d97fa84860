/**
 * Sums a report of vitest's JSON reporter over all its projects. A file that did not load has no test to count and is
 * one failure; so is a fault outside of any test, which vitest tells by its exit code only.
 */
export function countTests(report, exitCode) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of report?.testResults ?? []) {
    for (const test of file.assertionResults) counts[kindOf(test.status)] += 1
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
      counts.failed += 1
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

const kindOf = (status) => (status === 'passed' || status === 'failed' ? status : 'skipped')

/** The files that took longest, in whole seconds from their first test to their last, as lines. */
export const slowestFiles = (report, many = 25) =>
  (report?.testResults ?? [])
    .map(({ name, startTime, endTime }) => ({ name, seconds: Math.round((endTime - startTime) / 1000) }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, many)
    .map(({ name, seconds }) => `${String(seconds).padStart(5)} s  ${name.slice(process.cwd().length + 1)}`)

export const lastLine = ({ passed, failed, skipped }) =>
  `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`
