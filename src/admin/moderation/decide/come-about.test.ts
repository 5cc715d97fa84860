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
const seen = ([state, publication]: [string, string], revision: number) => ({ state, publication, revision })

it.each(Object.entries(cases))('%s has come about only where it did', (action, [before, after]) => {
  expect(hasComeAbout({ action, revision: 3 }, seen(before, 3))).toBe(false)
  expect(hasComeAbout({ action, revision: 3 }, seen(after, 4))).toBe(true)
  // Somebody changed something else beside it, and it came to nothing: where the state tells, it is told.
  if (!['uphold', 'correct', 'overturn'].includes(action))
    expect(hasComeAbout({ action, revision: 3 }, seen(before, 4))).toBe(false)
})

it('takes what was removed before it was public, and what is erased, for gone', () => {
  expect(hasComeAbout({ action: 'remove', revision: 3 }, seen(['rejected', 'none'], 4))).toBe(true)
  expect(hasComeAbout({ action: 'remove', revision: 3 }, seen(['in-review', 'none'], 4))).toBe(false)
  expect(hasComeAbout({ action: 'remove', revision: 3 }, seen(['erased', 'erased'], 4))).toBe(true)
  expect(hasComeAbout({ action: 'withdraw', revision: 3 }, seen(['approved', 'none'], 4))).toBe(true)
})
