import { describe, expect, it } from 'vitest'
import { outAfter, wentOut, type OutRecord } from './went-out.js'

const nothing = { wasUnseen: true, byRule: null, looksOver: false, announced: null } as const
const reviewed: OutRecord & { approvedByRule: 'mode-post' | 'trust' | null } = { approvedByRule: null }
const off = (occurrence: string | null, at = '2026-01-01T10:00:00.000Z') => ({
  ...nothing,
  announced: { at, status: 'cancelled', occurrence },
})
const told = (record: typeof reviewed, standing: { status: string; occurrence: string | null }[] = []) =>
  wentOut({ unseen: true, record, standing })

describe('what went out before anybody looked', () => {
  it('is the announcement, and not the words, of what was reviewed', () => {
    const record = { ...reviewed, ...outAfter(reviewed, off('2026-02-03T17:00:00.000Z')) }
    expect(told(record)).toEqual({
      by: null,
      announced: [{ status: 'cancelled', occurrence: '2026-02-03T17:00:00.000Z' }],
    })
  })

  it('is both where words went out by a rule and were cancelled before anybody looked', () => {
    const out = { ...reviewed, ...outAfter(reviewed, { ...nothing, byRule: 'mode-post' }) }
    expect(told({ ...out, ...outAfter(out, off(null)) })).toEqual({
      by: 'mode-post',
      announced: [{ status: 'cancelled', occurrence: null }],
    })
  })

  it('is only what came after somebody looked', () => {
    let record = { ...reviewed, approvedByRule: 'trust' as const }
    record = { ...record, ...outAfter(record, { ...nothing, byRule: 'trust' }) }
    record = { ...record, ...outAfter(record, off('2026-02-03')) }
    record = { ...record, ...outAfter(record, { ...nothing, looksOver: true }) }
    record = { ...record, ...outAfter(record, off('2026-02-10')) }
    expect(told(record)).toEqual({ by: null, announced: [{ status: 'cancelled', occurrence: '2026-02-10' }] })
    expect(wentOut({ unseen: false, record, standing: [] })).toBeNull()
  })

  it('is not the words, of records from before this was kept, that somebody had looked at', () => {
    const old = { ...reviewed, approvedByRule: 'trust' as const }
    const seen = outAfter(old, { ...off(null), wasUnseen: false })
    expect(told({ ...old, ...seen })?.by).toBeNull()
    expect(told({ ...old, ...outAfter(old, off(null)) })?.by).toBe('trust')
  })

  it('is the latest that was said of each time', () => {
    const first = { ...reviewed, ...outAfter(reviewed, off(null)) }
    const again = {
      ...nothing,
      announced: { at: '2026-01-01T11:00:00.000Z', status: 'scheduled', occurrence: null },
    }
    expect(told({ ...first, ...outAfter(first, again) })?.announced).toEqual([
      { status: 'scheduled', occurrence: null },
    ])
  })

  it('is read from what stands where the record is older than this', () => {
    const standing = [{ status: 'cancelled', occurrence: null }]
    expect(told(reviewed, standing)).toEqual({ by: null, announced: standing })
    expect(told({ approvedByRule: 'mode-post' }, standing)).toEqual({ by: 'mode-post', announced: [] })
  })
})
