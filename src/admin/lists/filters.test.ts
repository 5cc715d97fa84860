import { describe, expect, it } from 'vitest'
import { filterQuery, quickFilters } from './filters.js'

const now = new Date('2026-11-23T13:34:56Z')

describe('the questions that lists answer', () => {
  it('begin for an editor with what waits for a decision, soonest start first', () => {
    const [waiting, late] = quickFilters('events', 'editor', now)
    expect(waiting).toMatchObject({ where: { state: { equals: 'in-review' } }, sort: 'startsAt' })
    expect(late?.where).toEqual({
      state: { equals: 'in-review' },
      dueAt: { less_than: '2026-11-23T13:00:00.000Z' },
    })
  })

  it('never hide what waits because its date has passed', () => {
    expect(filterQuery(quickFilters('events', 'editor', now)[0]!).toString()).not.toMatch(
      /startsAt.*(greater|less)/,
    )
  })

  it('begin for an author with what came back', () => {
    expect(quickFilters('posts', 'author', now).map(({ key }) => key)).toEqual([
      'changes',
      'drafts',
      'sent',
      'live',
      'rejected',
    ])
  })

  it('find the consents that end soon, of pictures and of contacts', () => {
    const soon = { greater_than: '2026-11-23T13:00:00.000Z', less_than: '2026-12-23T13:00:00.000Z' }
    for (const role of ['editor', 'author'] as const) {
      expect(quickFilters('media', role, now)[0]).toMatchObject({ where: { 'consent.validUntil': soon } })
      expect(quickFilters('events', role, now).at(-1)).toMatchObject({
        where: { 'contact.consentUntil': soon },
      })
    }
    expect(quickFilters('posts', 'editor', now).map(({ key }) => key)).not.toContain('contact-ends-soon')
  })

  it('sort by nothing that posts and organisations do not have', () => {
    for (const collection of ['posts', 'organisations']) {
      for (const role of ['editor', 'author'] as const) {
        expect(quickFilters(collection, role, now).map(({ sort }) => sort)).not.toContain('startsAt')
      }
    }
  })
})
