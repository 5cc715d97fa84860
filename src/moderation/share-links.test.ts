import { describe, expect, it } from 'vitest'
import { mayBeShown, standingOfShared, type ShareFacts } from './share-links.js'

const draft: ShareFacts = {
  state: 'draft',
  publication: 'none',
  appealable: null,
  withdrawn: false,
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
    // Taken up again after it was removed: still nobody has approved it.
    { state: 'draft', appealable: 'remove' },
    { state: 'in-review', appealable: 'remove' },
    { withdrawn: true },
    { state: 'rejected', withdrawn: true },
    { organisationApproved: false },
    { municipalityOpen: false },
  ] as const)('is not shown with %o', (facts) => {
    expect(mayBeShown({ ...draft, ...facts })).toBe(false)
  })

  it('is shown of what was rejected, and of what is public again after it was withdrawn', () => {
    expect(mayBeShown({ ...draft, state: 'rejected', appealable: 'reject' })).toBe(true)
    expect(mayBeShown({ ...draft, state: 'approved', publication: 'live', withdrawn: true })).toBe(true)
  })

  it('says whether citizens see it: not, not the change, or just so', () => {
    expect(standingOfShared(draft)).toBe('unpublished')
    expect(standingOfShared({ state: 'approved', publication: 'scheduled' })).toBe('unpublished')
    expect(standingOfShared({ state: 'in-review', publication: 'live' })).toBe('change')
    expect(standingOfShared({ state: 'approved', publication: 'live' })).toBe('published')
  })
})
