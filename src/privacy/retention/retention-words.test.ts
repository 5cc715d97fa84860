import { expect, it } from 'vitest'
import { storedData } from '../processing/stored-data.js'
import { keptWords } from './retention-words.js'
import { words } from './retention-row.js'

const kept = {
  name: words('Bildfiler', 'Bildefiler', 'Picture files'),
  from: words('Samtycket slutade', 'Samtykket opphørte', 'The consent ended'),
  then: 'erase',
  doneBy: 'src/editorial/end-consent.ts',
} as const

it('says a period, and in words of their own that there is none', () => {
  expect(keptWords({ ...kept, period: { months: 24 } }, 'sv')).toBe(
    'Bildfiler: 24 månader räknat från: samtycket slutade. Sedan: raderas.',
  )
  expect(keptWords({ ...kept, period: { days: 0 } }, 'sv')).toBe(
    'Bildfiler: raderas. Det sker genast, räknat från: samtycket slutade.',
  )
  expect(keptWords({ ...kept, doneBy: 'nightly-run', period: { days: 0 } }, 'nb')).toBe(
    'Bildefiler: slettes. Det skjer natten etter, regnet fra: samtykket opphørte.',
  )
})

it('leaves no blank in any line of the record', () => {
  for (const language of ['sv', 'nb', 'en'] as const)
    for (const one of storedData({}).flatMap((stored) => stored.kept))
      expect(keptWords(one, language)).not.toMatch(/[{}]|undefined/)
})
