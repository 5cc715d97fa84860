import { describe, expect, it } from 'vitest'
import { mayBeShown, standingOfShared, type ShareFacts } from './share-links.js'

const draft: ShareFacts = {
  state: 'draft',
  publication: 'none',
  appealable: null,
  organisationApproved: true,
  municipalityOpen: true,
}

describe('a preview by link', () => {
  it.each(['draft', 'in-review', 'changes-requested', 'rejected', 'approved'] as const)(
    'is shown of what is %s',
    (state) => {
      expect(mayBeShown({ ...draft, state })).toBe(true)
    },
  )

  it.each([
    { state: 'erased' },
    { publication: 'withdrawn' },
    { publication: 'removed' },
    { publication: 'erased' },
    { state: 'rejected', appealable: 'remove' },
    { organisationApproved: false },
    { municipalityOpen: false },
  ] as const)('is not shown with %o', (facts) => {
    expect(mayBeShown({ ...draft, ...facts })).toBe(false)
  })

  it('says whether citizens see it: not, not the change, or just so', () => {
    expect(standingOfShared(draft)).toBe('unpublished')
    expect(standingOfShared({ state: 'approved', publication: 'scheduled' })).toBe('unpublished')
    expect(standingOfShared({ state: 'in-review', publication: 'live' })).toBe('change')
    expect(standingOfShared({ state: 'approved', publication: 'live' })).toBe('published')
  })
})
