import { describe, expect, it } from 'vitest'
import { municipalityFaults } from './municipality-faults.js'

describe('house rules', () => {
  const faults = (houseRules: unknown) =>
    municipalityFaults({ houseRules }, false).map(({ field, code }) => `${field} ${code}`)
  const whole = { code: 'a', wording: [{ language: 'sv', text: 'Inga lotterier.' }] }

  it('are refused by their place where they have a code and no wording', () => {
    for (const wording of [undefined, null, [], [{ language: 'sv', text: ' ' }], [{ language: 'sv' }]])
      expect(faults([whole, { code: 'b', wording }]), JSON.stringify(wording)).toEqual([
        'houseRules.1.wording required',
      ])
  })

  it('are taken whole, and may all be taken away', () => {
    for (const rules of [[whole], [], null]) expect(faults(rules)).toEqual([])
  })
})

describe('what a municipality says of itself on one line', () => {
  it('is refused by its name where it is longer than a line', () => {
    const most = { controller: 200, dataProtectionContact: 200, privacyNoticeVersion: 40 }
    for (const [field, length] of Object.entries(most)) {
      expect(municipalityFaults({ [field]: 'x'.repeat(length) }, false)).toEqual([])
      expect(municipalityFaults({ [field]: 'x'.repeat(length + 1) }, false)).toMatchObject([
        { field, code: 'too-long' },
      ])
    }
  })
})
