import { isDay, spelled, type Digits } from './identity-numbers.js'

/** Around today events take place: dates this near are more often those of an event than of a birth. */
const near = { yearsBack: 3, yearsAhead: 10 }

function isNear(year: number, month: number, day: number, today: Date): boolean {
  if (!isDay(year, month, day)) return false
  const date = Date.UTC(year, month - 1, day)
  const shifted = (years: number) =>
    Date.UTC(today.getUTCFullYear() + years, today.getUTCMonth(), today.getUTCDate())
  return date >= shifted(-near.yearsBack) && date <= shifted(near.yearsAhead)
}

/** The last four digits as two numbers. */
const lastTwo = (digits: Digits): [number, number] => [
  spelled(digits, digits.length - 4, digits.length - 2),
  spelled(digits, digits.length - 2, digits.length),
]
const isTime = (hour: number, minute: number) => hour <= 24 && minute < 60
/** In either order. */
const isMonthAndDay = (one: number, other: number) => isDay(2000, one, other) || isDay(2000, other, one)

/**
 * Whether a number of ten or twelve digits reads as a date near today with a time of day (`260102-1815`) or with a
 * second date (`260102-0105`): then it is an event's and no person's, unless words beside it say otherwise.
 */
export function isStamp(digits: Digits, today: Date): boolean {
  const four = lastTwo(digits)
  if (!isTime(...four) && !isMonthAndDay(...four)) return false
  if (digits.length === 12)
    return isNear(spelled(digits, 0, 4), spelled(digits, 4, 6), spelled(digits, 6, 8), today)
  const [first, month, last] = [spelled(digits, 0, 2), spelled(digits, 2, 4), spelled(digits, 4, 6)]
  return isNear(2000 + first, month, last, today) || isNear(2000 + last, month, first, today)
}

/** The same whenever it may have been: a date and a time, in either order of day and year. */
export const mayBeStamp = (digits: Digits): boolean =>
  isTime(...lastTwo(digits)) &&
  isDay(2000 + spelled(digits, 0, 2), spelled(digits, 2, 4), spelled(digits, 4, 6))
