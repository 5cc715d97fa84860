import { expect, it } from 'vitest'
import { translationFaults } from './translation-faults.js'

it('takes one translation into each language, and names the second by its place', () => {
  expect(translationFaults([{ language: 'en' }, { language: 'nb' }])).toEqual([])
  expect(translationFaults([{ language: 'en' }, { language: 'nb' }, { language: 'en' }])).toMatchObject([
    { field: 'translations.2.language', code: 'repeated' },
  ])
  expect(translationFaults([{ language: null }, {}])).toEqual([])
  expect(translationFaults(null)).toEqual([])
})
