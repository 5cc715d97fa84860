import { describe, expect, it } from 'vitest'
import { refuseNumbersIn } from '../editorial/refuse-numbers.js'
import { DomainError, mostFaults } from '../shared/errors.js'
import { textFields } from './find-in-fields.js'

const today = new Date('2026-11-25T12:00:00Z')
/** Of Skatteverket's test series. */
const number = '900107-2397'

function faultsOf(words: Record<string, unknown>): string[] {
  try {
    refuseNumbersIn(words, today)
  } catch (error) {
    if (error instanceof DomainError) return error.faults.map(({ field }) => field)
    throw error
  }
  return []
}

describe('the texts that are read', () => {
  const label = (text: string) => ({ code: 'ung', labels: [{ language: 'sv', text }] })
  it.each([
    ['areas.1.labels.0.text', { areas: [label('Vallen'), label(number)] }],
    ['audiences.0.labels.0.text', { audiences: [label(number)] }],
    ['audiences.0.code', { audiences: [{ code: number }] }],
    ['categories.0', { categories: [number] }],
    ['place.name', { place: { name: number } }],
    ['type', { type: number }],
  ])('hold %s', (field, words) => {
    expect(faultsOf(words)).toEqual([field])
  })

  it('do not hold the ids of rows and documents', () => {
    const ids = ['019a0c5e-7d1a-7000-8000-9001072397ab', 'abcd9001072397abcdefabcd']
    expect(textFields({ id: ids[0], place: ids[1], pictures: ids })).toEqual([])
  })

  it('are told of up to a limit', () => {
    expect(faultsOf({ rows: Array.from({ length: 200 }, () => number) })).toHaveLength(mostFaults)
  })
})
