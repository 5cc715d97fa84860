import { expect, it } from 'vitest'
import type { holdable } from '../../../editorial/hold.js'
import { hasComeAbout } from './come-about.js'

/** What a document is before each decision that can be held, and after it. */
const cases: Record<(typeof holdable)[number], [before: [string, string], after: [string, string]]> = {
  approve: [
    ['in-review', 'none'],
    ['approved', 'live'],
  ],
  'approve-with-edits': [
    ['in-review', 'live'],
    ['approved', 'live'],
  ],
  publish: [
    ['draft', 'none'],
    ['approved', 'scheduled'],
  ],
  'request-changes': [
    ['in-review', 'live'],
    ['changes-requested', 'live'],
  ],
  reject: [
    ['in-review', 'none'],
    ['rejected', 'none'],
  ],
  withdraw: [
    ['approved', 'live'],
    ['approved', 'withdrawn'],
  ],
  remove: [
    ['approved', 'live'],
    ['rejected', 'removed'],
  ],
  restore: [
    ['approved', 'withdrawn'],
    ['approved', 'live'],
  ],
  overturn: [
    ['rejected', 'removed'],
    ['approved', 'live'],
  ],
  uphold: [
    ['rejected', 'removed'],
    ['rejected', 'removed'],
  ],
  correct: [
    ['approved', 'live'],
    ['approved', 'live'],
  ],
}
const effectiveAt = Date.parse('2026-11-26T10:00:10Z')
const last = (action: string, at: string) => ({ last: { action, at } })
const seen = ([state, publication]: [string, string], more: object = {}) => ({ state, publication, ...more })

it.each(Object.entries(cases))('%s has come about only where it did', (action, [before, after]) => {
  const held = { action, effectiveAt }
  expect(hasComeAbout(held, seen(before))).toBe(false)
  // Somebody decided the same earlier, or something else meanwhile.
  expect(hasComeAbout(held, seen(before, last(action, '2026-11-20T08:00:00Z')))).toBe(false)
  expect(hasComeAbout(held, seen(before, last('announce', '2026-11-26T10:00:11Z')))).toBe(false)
  expect(hasComeAbout(held, seen(after, last(action, '2026-11-26T10:00:10.000Z')))).toBe(true)
})

it('takes what was removed before it was public, and what is erased, for gone', () => {
  expect(hasComeAbout({ action: 'remove', effectiveAt }, seen(['rejected', 'none']))).toBe(true)
  expect(hasComeAbout({ action: 'remove', effectiveAt }, seen(['in-review', 'none']))).toBe(false)
  expect(hasComeAbout({ action: 'remove', effectiveAt }, seen(['erased', 'erased']))).toBe(true)
  expect(hasComeAbout({ action: 'withdraw', effectiveAt }, seen(['approved', 'none']))).toBe(true)
})
