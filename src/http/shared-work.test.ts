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
  const twice = async () => Promise.allSettled([1, 2].map(async () => shared('br', work)))
  expect((await twice()).map((one) => one.status)).toEqual(['rejected', 'rejected'])
  expect(tries).toBe(1)
  const second = { status: 'fulfilled', value: 'try 2' }
  expect(await twice()).toEqual([second, second])
})
