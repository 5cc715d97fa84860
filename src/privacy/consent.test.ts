import { describe, expect, it } from 'vitest'
import { contactFaults } from './consent.js'

const now = new Date('2026-11-25T12:00:00Z')
const nothing = { name: null, email: null, phone: null, consentReference: null, consentUntil: null }
/** A number that the Swedish authority keeps for films and books. */
const phone = '070-174 06 05'

describe('a contact', () => {
  it.each([
    ['a telephone number alone', { phone }, ['consentReference']],
    ['one beside a person’s address', { phone, email: 'eva.pahittad@example.org' }, ['consentReference']],
    ['one with a name', { phone, name: 'Kansliet', email: 'kansli@example.org' }, ['consentReference']],
    ['one beside the address of a role', { phone, email: 'kansli@example.org' }, []],
    ['the address of a role', { email: 'kansli@example.org' }, []],
    ['a number under a consent', { phone, consentReference: 'S-12' }, []],
    ['nothing', {}, []],
  ])('with %s', (_, contact, fields) => {
    const faults = contactFaults({ ...nothing, ...contact }, now)
    expect(faults.map(({ field }) => field)).toEqual(fields.map((field) => `contact.${field}`))
  })
})
