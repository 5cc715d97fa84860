import { expect, it } from 'vitest'
import { crashAgainAndAgain } from '../crash/crash-run.js'
import { describeHere } from '../support/torg.js'

// In a file of its own: the stage is set by a Torg in the test's process, and a process starts Payload once.
describeHere('a process that acknowledges before the commit point', () => {
  it('is caught losing decisions', async () => {
    const run = await crashAgainAndAgain(12, { acknowledgeEarly: true, untilBroken: true })
    // Seen from the answer, or from the log, which then tells of a decision that the document has not.
    expect(
      run.breaches.some((each) => /is lost|acknowledged|the log has entries/.test(each)),
      run.breaches.join('\n'),
    ).toBe(true)
  }, 900_000)
})
