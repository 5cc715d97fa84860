import { describe, expect, it } from 'vitest'
import type { CategoryData } from './public-data.js'
import { publicationStates, type Publication } from './publication.js'
import { presence, visible } from './visibility.js'

const now = new Date('2026-11-23T12:00:00Z')
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString()
const data: CategoryData = { kind: 'category', id: 'c', code: 'c', labels: {}, icon: null, surfaces: [] }
const row = (more: Partial<Publication> = {}): Publication => ({
  id: 'e1',
  kind: 'event',
  municipality: 'hagby',
  organisation: 'o1',
  number: 1,
  sequence: 1,
  state: 'live',
  active: true,
  hidden: null,
  data,
  pictures: [],
  visibleFrom: null,
  visibleUntil: null,
  published: daysAgo(5),
  modified: daysAgo(5),
  ended: null,
  reason: null,
  explanation: null,
  ...more,
})
const organisation = row({ id: 'o1', kind: 'organisation' })
const municipality = row({ id: 'hagby', kind: 'municipality', organisation: null })

describe('a publication is seen', () => {
  it('when it is live and everybody it belongs to is active', () => {
    expect(visible(row(), organisation, municipality, now)).toBe(true)
    expect(visible(row({ organisation: null, kind: 'place' }), undefined, municipality, now)).toBe(true)
  })

  it.each(publicationStates.filter((state) => state !== 'live'))('never when it is %s', (state) => {
    expect(visible(row({ state, ended: daysAgo(1) }), organisation, municipality, now)).toBe(false)
  })

  it('from its first instant and until its last, that one excluded', () => {
    const at = (more: Partial<Publication>) => visible(row(more), organisation, municipality, now)
    expect(at({ visibleFrom: now.toISOString() })).toBe(true)
    expect(at({ visibleFrom: '2026-11-23T12:00:00.001Z' })).toBe(false)
    expect(at({ visibleUntil: '2026-11-23T12:00:00.001Z' })).toBe(true)
    expect(at({ visibleUntil: now.toISOString() })).toBe(false)
  })

  it('not when its organisation is suspended or unknown, nor when the municipality is closed or unknown', () => {
    expect(presence(row(), row({ active: false }), municipality, now)).toMatchObject({ state: 'suspended' })
    expect(presence(row(), undefined, municipality, now)).toMatchObject({ state: 'suspended' })
    expect(presence(row(), organisation, row({ active: false }), now)).toMatchObject({ state: 'closed' })
    expect(visible(row(), organisation, undefined, now)).toBe(false)
  })
})

describe('an item that was taken down', () => {
  const withdrawn = { state: 'withdrawn', reason: 'organiser', explanation: 'Sjukdom', data: null } as const

  it('says that it is gone and why for 90 days, then nothing', () => {
    const on = (days: number) =>
      presence(row({ ...withdrawn, ended: daysAgo(days) }), organisation, municipality, now)
    expect(on(89.9)).toEqual({ status: 410, state: 'withdrawn', reason: 'organiser', explanation: 'Sjukdom' })
    expect(on(90)).toEqual({ status: 404 })
  })

  it('is unknown at once when it was erased, and when it never was public', () => {
    for (const state of ['erased', 'none', 'scheduled'] as const)
      expect(presence(row({ state, ended: daysAgo(0) }), organisation, municipality, now)).toEqual({
        status: 404,
      })
  })

  it('counts as expired from its last instant, before the clock has written so', () => {
    const on = (days: number) =>
      presence(row({ visibleUntil: daysAgo(days) }), organisation, municipality, now)
    expect(on(1)).toMatchObject({ status: 410, state: 'expired' })
    expect(on(91)).toEqual({ status: 404 })
  })
})
