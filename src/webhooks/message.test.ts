import { describe, expect, it } from 'vitest'
import type { PostData } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import { messageOf } from './message.js'

const now = new Date('2026-11-25T12:00:00Z')
const active = { active: true }
const owners = { organisation: active, municipality: active }
const base = 'https://torg.example'

const data: PostData = {
  kind: 'post',
  id: 'p1',
  slug: 'rubrik-kanarie',
  type: 'news',
  title: 'Rubrik kanarie',
  excerpt: 'Text kanarie',
  body: { html: '<p>kanarie</p>', nodes: [] },
  language: 'sv',
  translations: [{ language: 'en', title: 'kanarie', summary: null, body: null }],
  organisation: { id: 'o1', name: 'Föreningen kanarie' },
  categories: ['sport'],
  audiences: ['children'],
  areas: ['north'],
  pictures: [{ id: 'm1', alt: 'kanarie', credit: 'kanarie', width: 1, height: 1, renditions: [320] }],
  link: 'https://kanarie.example',
  pinned: false,
  importance: 'urgent',
}
const live: Publication = {
  id: 'p1',
  kind: 'post',
  municipality: 'hagby',
  organisation: 'o1',
  number: 42,
  sequence: 3,
  state: 'live',
  active: true,
  hidden: null,
  data,
  pictures: ['m1'],
  visibleFrom: null,
  visibleUntil: '2026-12-25T12:00:00.000Z',
  published: '2026-11-20T12:00:00.000Z',
  modified: '2026-11-25T11:59:59.000Z',
  ended: null,
  reason: null,
  explanation: null,
}
const told = (changed: Partial<Publication>, who = owners, at = now) => {
  const message = messageOf({ ...live, ...changed }, who, at, base)
  return message && { id: message.id, ...(JSON.parse(message.body) as Record<string, unknown>) }
}
const gone = {
  id: 'p1_42',
  type: 'post.deleted',
  timestamp: live.modified,
  data: { municipality: 'hagby', id: 'p1', kind: 'post', modified: 42, state: 'deleted' },
}

describe('the message of a webhook', () => {
  it('carries what a topic is chosen by, and where the rest is read', () => {
    expect(told({})).toEqual({
      id: 'p1_42',
      type: 'post.updated',
      timestamp: '2026-11-25T11:59:59.000Z',
      data: {
        municipality: 'hagby',
        id: 'p1',
        kind: 'post',
        modified: 42,
        state: 'updated',
        categories: ['sport'],
        audiences: ['children'],
        areas: ['north'],
        importance: 'urgent',
        published: '2026-11-20T12:00:00.000Z',
        url: 'https://torg.example/feed/v1/hagby/posts/p1',
      },
    })
  })

  it('carries no word of the content, no name and no picture', () => {
    expect(JSON.stringify(told({}))).not.toMatch(/kanarie|m1|o1/i)
    expect(
      JSON.stringify(told({ state: 'removed', data: null, reason: 'kanarie', explanation: 'kanarie' })),
    ).not.toMatch(/kanarie/)
  })

  it('says only that an item is gone, whatever took it away', () => {
    const closed = { ...owners, municipality: { active: false } }
    const suspended = { ...owners, organisation: { active: false } }
    for (const state of ['withdrawn', 'removed', 'expired', 'erased'] as const)
      expect(told({ state, data: null })).toEqual(gone)
    expect(told({}, closed)).toEqual(gone)
    expect(told({}, suspended)).toEqual(gone)
    // By the clock, before anybody has written it down.
    expect(told({}, owners, new Date('2026-12-25T12:00:00Z'))).toEqual(gone)
  })

  it('is not made for what was never public', () => {
    for (const state of ['none', 'scheduled'] as const) expect(told({ state, published: null })).toBe(null)
  })

  it('of a register names it and no more', () => {
    const place = {
      kind: 'place',
      organisation: null,
      data: { kind: 'place', name: 'kanarie' } as never,
    } as const
    expect(told(place)).toEqual({
      id: 'p1_42',
      type: 'place.updated',
      timestamp: live.modified,
      data: { municipality: 'hagby', id: 'p1', kind: 'place', modified: 42, state: 'updated' },
    })
  })
})
