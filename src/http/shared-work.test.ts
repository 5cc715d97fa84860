import { expect, it } from 'vitest'
import { createSharedWork } from './shared-work.js'

it('does work once for all who wait for it, and again where it failed', async () => {
  const shared = createSharedWork<string, string>()
  let tries = 0
  const work = async (): Promise<string> => {
    tries += 1
    await Promise.resolve()
    if (tries === 1) throw new Error('No memory.')
    return `try ${tries}`
  }
  const waiting = [shared('br', work), shared('br', work)]
  expect((await Promise.allSettled(waiting)).map((one) => one.status)).toEqual(['rejected', 'rejected'])
  expect(tries).toBe(1)
  expect(await Promise.all([shared('br', work), shared('br', work)])).toEqual(['try 2', 'try 2'])
})
