import { describe, expect, it } from 'vitest'
import { groupOf, groupsOf } from './data-groups.js'
import { storedData } from './stored-data.js'

const all = storedData({})
const of = (collection: string) => all.find((one) => one.collection === collection)!

describe('the kinds of data as an officer reads them', () => {
  it('hold every field in which something of people is kept', () => {
    const without = all.flatMap((stored) =>
      Object.values(stored.fields)
        .flat()
        .filter((path) => groupOf(stored, path) === null)
        .map((path) => `${stored.collection}.${path}`),
    )
    expect(without).toEqual([])
    for (const stored of all) expect(groupsOf(stored).length, stored.collection).toBeGreaterThan(0)
  })

  it('tell what the program calls by its own names', () => {
    expect(groupsOf(of('events'))).toEqual([
      'texts',
      'places',
      'links',
      'pictures',
      'copies',
      'contacts',
      'consents',
      'doings',
    ])
    expect(groupsOf(of('moderation-log'))).toEqual(['doings'])
    expect(groupsOf(of('sessions'))).toEqual(['logins'])
    expect(groupsOf(of('accounts'))).toEqual(['contacts', 'logins'])
  })

  it('take a consent for a consent, and not for a contact', () => {
    expect(groupOf(of('events'), 'contact.consentUntil')).toBe('consents')
    expect(groupOf(of('events'), 'contact.name')).toBe('contacts')
  })
})
