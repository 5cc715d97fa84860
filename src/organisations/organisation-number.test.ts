import { describe, expect, test } from 'vitest'
import { readOrganisationNumber } from './organisation-number.js'

describe('organisation numbers', () => {
  // Made up; only their check digits are right.
  test.each([
    ['802001-2343', 'SE', '8020012343'],
    ['923 456 783', 'NO', '923456783'],
    ['1234567-1', 'FI', '12345671'],
    ['12 34 56 74', 'DK', '12345674'],
  ])('%s (%s) is kept without separators', (text, country, number) => {
    expect(readOrganisationNumber(text, country)).toEqual({ valid: true, number })
  })
  test.each([
    ['802001-2344', 'SE', 'check-digit'],
    ['923456784', 'NO', 'check-digit'],
    ['1234567-2', 'FI', 'check-digit'],
    ['12345678', 'DK', 'check-digit'],
    ['92345678', 'NO', 'check-digit'],
    ['', 'SE', 'format'],
    ['SE802001234301', 'SE', 'format'],
    ['8'.repeat(40), 'SE', 'format'],
    ['123', 'DE', 'unknown-country'],
  ])('%s (%s) is refused: %s', (text, country, code) => {
    expect(readOrganisationNumber(text, country)).toMatchObject({
      valid: false,
      fault: { field: 'organisationNumber', code },
    })
  })
  test('a personal identity number is never taken, with or without its century', () => {
    // From the Swedish Tax Agency's published series for tests.
    for (const text of ['189001019802', '9001019802'])
      expect(readOrganisationNumber(text, 'SE')).toMatchObject({
        valid: false,
        fault: { code: 'personal-data' },
      })
  })
})
