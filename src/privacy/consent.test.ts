import { describe, expect, it } from 'vitest'
import { contactFaults, loosensConsent } from './consent.js'

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

describe('the record of a consent', () => {
  const record = { scope: 'Webb', reference: 'S-12', validUntil: '2027-01-01T00:00:00.000Z' }
  const held = (consent: object | null = record) => ({ peopleShown: 'consent-held', consent })
  it.each([
    ['that nobody can be seen', held(), { ...held(), peopleShown: 'none' }, true],
    ['no day on which it ends', held(), held({ ...record, validUntil: null }), true],
    ['nothing of what it covers', held(), held({ ...record, scope: '' }), true],
    ['nothing of where it is kept', held(), held({ ...record, reference: '  ' }), true],
    ['nothing at all', held(), held(null), true],
    [
      'another place and a later day',
      held(),
      held({ ...record, reference: 'S-13', validUntil: '2028' }),
      false,
    ],
    ['what it did not say before', held({ validUntil: '2027' }), held(), false],
    ['as little as before', held({ validUntil: '2027' }), held({ validUntil: '2027' }), false],
    ['that a consent is held', { peopleShown: 'none', consent: record }, held(null), false],
  ])('that says afterwards %s', (_, before, after, loosens) => {
    expect(loosensConsent(before, after)).toBe(loosens)
  })
})
