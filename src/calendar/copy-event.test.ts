import { describe, expect, it } from 'vitest'
import { copyOfEvent, withoutRefused } from './copy-event.js'

describe('a copy of an earlier event', () => {
  const earlier = {
    id: 'a1',
    title: 'Vårloppis',
    organisation: 'klara',
    state: 'approved',
    revision: 7,
    categories: ['marknad'],
    pictures: ['p1'],
    start: '2026-04-12T09:00:00Z',
    recurrenceRule: 'FREQ=WEEKLY',
    exceptions: ['2026-04-19T09:00:00Z'],
    contact: { name: 'Ordföranden', consentReference: 'pärm 3', consentUntil: '2026-05-01T00:00:00Z' },
    visibleUntil: '2026-04-13T00:00:00Z',
    bookingCloses: '2026-04-10T00:00:00Z',
    summary: null,
    translations: [{ id: 'r1', language: 'en', title: 'Spring flea market' }],
  }

  it('keeps the words, the pictures and the place, and nothing that hung on its dates', () => {
    expect(copyOfEvent(earlier)).toEqual({
      title: 'Vårloppis',
      organisation: 'klara',
      categories: ['marknad'],
      pictures: ['p1'],
      translations: [{ language: 'en', title: 'Spring flea market' }],
    })
  })

  it('does without what was refused of it, and keeps the rest', () => {
    const { pictures: _, ...rest } = copyOfEvent(earlier)
    expect(withoutRefused(copyOfEvent(earlier), [{ field: 'pictures.0' }])).toEqual(rest)
    expect(withoutRefused(copyOfEvent(earlier), [])).toEqual(copyOfEvent(earlier))
  })
})
