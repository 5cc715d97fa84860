import { describe, expect, it } from 'vitest'
import { takenBackByKey, aFewAtATime, soonestFirst } from './undo-order.js'

it('what is about to take effect is taken back first', () => {
  const held = [5, 1, 9, 3].map((effectiveAt) => ({ effectiveAt }))
  expect(soonestFirst(held).map(({ effectiveAt }) => effectiveAt)).toEqual([1, 3, 5, 9])
  expect(held[0]!.effectiveAt).toBe(5)
})

it('asks in that order, a few at a time, and does not wait for a slow one with the rest', async () => {
  const begun: number[] = []
  let under = 0
  let most = 0
  let release = () => undefined as void
  const slow = new Promise<void>((resolve) => (release = resolve))
  const all = aFewAtATime([1, 2, 3, 4, 5], 2, async (n) => {
    begun.push(n)
    most = Math.max(most, (under += 1))
    await (n === 1 ? slow : Promise.resolve())
    under -= 1
    if (n === 5) release()
  })
  await all
  expect(begun).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})

it('begins no more once it is stopped', async () => {
  const begun: number[] = []
  await aFewAtATime(
    [1, 2, 3, 4],
    1,
    async (n) => void begun.push(n),
    () => begun.length === 2,
  )
  expect(begun).toEqual([1, 2])
})

describe('the key of undoing', () => {
  it('takes back one of the own before that of a colleague on the open document', () => {
    expect(takenBackByKey(1, true)).toBe('own')
    expect(takenBackByKey(2, false)).toBe('own')
    expect(takenBackByKey(0, true)).toBe('document')
    // There is nothing to take back, which is said.
    expect(takenBackByKey(0, false)).toBe('own')
  })
})
