import { describe, expect, it } from 'vitest'
import {
  artificialFinnish,
  series,
  syntheticNorwegian,
  unbornDanish,
} from '../../../privacy/examples/official-series.js'
import { unofficialLines } from './official-numbers.js'

const today = new Date('2026-11-25T12:00:00Z')
const lists = [
  'se-personnummer',
  'se-samordningsnummer',
  'no-synthetic',
  'dk-test-persons',
  'fi-test-persons',
]

/** Makes a number valid that nobody may write down: the digits before, and the weights of its check digit. */
function withCheck(nine: string, weights: number[]): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(nine[at]), 0)
  return `${nine}${(11 - (sum % 11)) % 11}`
}

describe('identity numbers in the repository', () => {
  it('are those that authorities publish', () => {
    for (const list of lists) expect(unofficialLines(series(list).join('\n'), today), list).toEqual([])
    const made = [...syntheticNorwegian(200), ...artificialFinnish(200), ...unbornDanish(200)]
    expect(unofficialLines(made.join('\n'), today)).toEqual([])
    expect(unofficialLines('Född 900107-2397, １９９００１０７－２３９７', today)).toEqual([])
  })

  it('are told by their line where they are others', () => {
    // Put together here, because the file itself is read by the check. The first of each list is moved out of it.
    const danish = withCheck(['0101', '70', '101'].join(''), [4, 3, 2, 7, 6, 5, 4, 3, 2])
    const finnish = ['010170', '-', '100'].join('')
    const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(finnish.replace('-', '')) % 31]!
    const text = `Nothing\nCPR ${danish}\n${finnish}${check}\n`
    expect(unofficialLines(text, today)).toEqual([2, 3])
    const swedish = (nine: string) => {
      const sum = [...nine].reduce((total, digit, at) => {
        const twice = Number(digit) * (at % 2 === 0 ? 2 : 1)
        return total + (twice > 9 ? twice - 9 : twice)
      }, 0)
      return `${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`
    }
    expect(unofficialLines(`${swedish('700101100')}\n`, today)).toEqual([1])
  })
})
