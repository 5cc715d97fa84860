import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The numbers of one file beside this one, which says whose they are. */
export const series = (name: string): string[] =>
  readFileSync(path.join(import.meta.dirname, `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

const two = (value: number) => String(value).padStart(2, '0')
const dayOf = (at: number, shift = { day: 0, month: 0 }) => {
  const date = new Date(Date.UTC(1930, 0, 1) + at * 86_400_000)
  return (
    two(date.getUTCDate() + shift.day) +
    two(date.getUTCMonth() + 1 + shift.month) +
    two(date.getUTCFullYear() % 100)
  )
}
const sum = (text: string, weights: number[]) =>
  weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
const weightsOfK1 = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const weightsOfK2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/**
 * Synthetic Norwegian numbers of Skatteetaten's series (month + 80), which nobody is given: every seventh a D-number,
 * and first check digits with each of the four remainders of the rule of 2032 in turn.
 */
export function syntheticNorwegian(count: number): string[] {
  const made: string[] = []
  for (let at = 0; made.length < count; at += 1) {
    const nine = dayOf(at * 11, { day: at % 7 === 0 ? 40 : 0, month: 80 }) + String(999 - (at % 500))
    const k1 = (11 + (at % 4) - (sum(nine, weightsOfK1) % 11)) % 11
    const k2 = (11 - (sum(nine + k1, weightsOfK2) % 11)) % 11
    if (k1 < 10 && k2 < 10) made.push(`${nine}${k1}${k2}`)
  }
  return made
}

/** Finnish codes with the serials 900 to 999, which nobody is given, with every sign of a century. */
export function artificialFinnish(count: number): string[] {
  const checks = '0123456789ABCDEFHJKLMNPRSTUVWXY'
  const [last, present] = ['-YXWVU', 'ABCDEF']
  return Array.from({ length: count }, (_, at) => {
    const date = dayOf(at * 11)
    const signs = Number(date.slice(4)) < 26 && at % 2 === 0 ? present : last
    const serial = String(900 + (at % 100))
    return date + signs[at % 6]! + serial + checks[Number(date + serial) % 31]!
  })
}

/** Danish numbers of people born from 2040 to 2057, with their check digit: nobody has one yet. */
export function unbornDanish(count: number): string[] {
  const made: string[] = []
  for (let at = 0; made.length < count; at += 1) {
    const nine = dayOf(at * 11).slice(0, 4) + two(40 + (at % 18)) + String(500 + ((at * 7) % 400))
    const check = (11 - (sum(nine, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
    if (check < 10 && nine.slice(0, 4) !== '2902') made.push(`${nine}${check}`)
  }
  return made
}
