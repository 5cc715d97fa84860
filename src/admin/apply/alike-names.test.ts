import { expect, it } from 'vitest'
import { alikeNames } from './alike-names.js'

it('an applicant is told of organisations that are called alike, whatever the marks and small words', () => {
  const known = ['IF Hagby', 'Hagby Schacksällskap', 'Körens vänner', 'Å']
  expect(alikeNames('if hagby', known)).toEqual(['IF Hagby'])
  expect(alikeNames('Hagby schacksallskap 1920', known)).toEqual(['Hagby Schacksällskap'])
  expect(alikeNames('Hagby', known)).toEqual(['IF Hagby', 'Hagby Schacksällskap'])
  expect(alikeNames('Kören', known)).toEqual([])
  expect(alikeNames('Å', known)).toEqual([])
})
