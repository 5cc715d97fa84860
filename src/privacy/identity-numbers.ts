/** The digits of a number. */
export type Digits = ArrayLike<number>

/** The number that some of the digits spell. */
export function spelled(digits: Digits, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 1) sum = sum * 10 + digits[at]!
  return sum
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether there is such a day. A year of two digits counts as a leap year where any century makes it one. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = year < 100 ? year % 4 === 0 : (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 && leap ? 29 : lengths[month - 1]!)
}

/** The weighted sum of the first digits. */
function weigh(digits: Digits, weights: Digits): number {
  let sum = 0
  for (let at = 0; at < weights.length; at += 1) sum += weights[at]! * digits[at]!
  return sum
}

/** The check digit of Luhn's method (ISO/IEC 7812-1, annex B), which Swedish numbers of all kinds end with. */
export function hasLuhnDigit(digits: Digits, from = 0): boolean {
  let sum = 0
  for (let at = digits.length - 1, double = false; at >= from; at -= 1, double = !double) {
    const product = digits[at]! * (double ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}

/**
 * The day of a coordination number is greater by 60. What is not known of the birth is 00, and Skatteverket's own series
 * hold days such as 31 September: so no calendar is asked.
 */
const isCoordinationDay = (month: number, day: number): boolean => month <= 12 && day >= 60 && day <= 91

/**
 * A Swedish personal identity number (personnummer) or coordination number (samordningsnummer), with ten digits or,
 * with the century, twelve. 18 § folkbokföringslagen (1991:481), lagen om samordningsnummer (2022:1697).
 */
export function isPersonnummer(digits: Digits): boolean {
  const from = digits.length - 10
  if ((from !== 0 && from !== 2) || spelled(digits, from + 6, from + 9) === 0) return false
  const century = from === 2 ? spelled(digits, 0, 2) : 0
  if (from === 2 && (century < 18 || century > 20)) return false
  const year = century * 100 + spelled(digits, from, from + 2)
  const [month, day] = [spelled(digits, from + 2, from + 4), spelled(digits, from + 4, from + 6)]
  return (isDay(year, month, day) || isCoordinationDay(month, day)) && hasLuhnDigit(digits, from)
}

const weightsOfK1 = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const weightsOfK2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
/** What is added to the month: nothing, auxiliary numbers (H) and Nav's tests, Norsk helsenett's tests, Skatteetaten's tests. */
const addedToMonth = [0, 40, 65, 80]

/**
 * A Norwegian identity number: fødselsnummer, D-number (day + 40), auxiliary number (month + 40) and the series of test
 * numbers. From 2032 the first check digit may leave a remainder of 0 to 3 instead of 0 only (Skatteetaten, "Nytt
 * fødselsnummer fra 2032"); the second is as it was, and the individual number tells no century any more.
 */
export function isFodselsnummer(digits: Digits): boolean {
  if (digits.length !== 11) return false
  if ((weigh(digits, weightsOfK1) + digits[9]!) % 11 > 3) return false
  if ((weigh(digits, weightsOfK2) + digits[10]!) % 11 !== 0) return false
  const day = spelled(digits, 0, 2)
  const month = spelled(digits, 2, 4)
  const year = spelled(digits, 4, 6)
  return addedToMonth.some((more) => isDay(year, month - more, day > 40 ? day - 40 : day))
}

/** The century of a Danish number by its year and seventh digit (CPR-kontoret, "Personnummeret i CPR-systemet"). */
function danishCentury(year: number, seventh: number): number {
  if (seventh <= 3) return 1900
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900
  return year <= 57 ? 2000 : 1800
}

/** A Danish number (CPR) by its date alone: since 2007 the check digit need not hold. */
export function isCpr(digits: Digits): boolean {
  if (digits.length !== 10) return false
  const year = spelled(digits, 4, 6)
  return isDay(danishCentury(year, digits[6]!) + year, spelled(digits, 2, 4), spelled(digits, 0, 2))
}

const weightsOfCpr = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/**
 * Whether a Danish number is more than a date and four digits: its check digit holds, or it is of a 1 January, the only
 * days for which numbers without it have been given (CPR-kontoret, "Personnumre uden kontrolciffer"), or it has one of
 * the very high serials of the test persons of the health service, which have no check digit (MedCom, "Nationale
 * test-CPR-numre").
 */
export const isCertainCpr = (digits: Digits): boolean =>
  isCpr(digits) &&
  (weigh(digits, weightsOfCpr) % 11 === 0 || spelled(digits, 0, 4) === 101 || spelled(digits, 7, 10) >= 980)

const finnishChecks = '0123456789abcdefhjklmnprstuvwxy'
/** The sign of the century; since 2023 there are several for the 20th and 21st (DVV, in force from 1 January 2023). */
const finnishCenturies: Record<string, number> = {
  '+': 1800,
  ...Object.fromEntries([...'-yxwvu'].map((sign) => [sign, 1900])),
  ...Object.fromEntries([...'abcdef'].map((sign) => [sign, 2000])),
}

/** A Finnish personal identity code (henkilötunnus): date, sign of the century, three digits and a check character. */
export function isHetu(digits: Digits, sign: string, check: string): boolean {
  const century = finnishCenturies[sign]
  if (digits.length !== 9 || century === undefined) return false
  const year = century + spelled(digits, 4, 6)
  return (
    isDay(year, spelled(digits, 2, 4), spelled(digits, 0, 2)) &&
    finnishChecks[spelled(digits, 0, 9) % 31] === check
  )
}
