import { stdnum } from 'stdnum'
import type { FieldFault } from '../shared/errors.js'

/** Countries whose organisation numbers Torg can check (ISO 3166-1). */
export const countriesWithNumbers = ['SE', 'NO', 'FI', 'DK'] as const
export type CountryWithNumbers = (typeof countriesWithNumbers)[number]

const checks = {
  SE: stdnum.SE!.orgnr!,
  NO: stdnum.NO!.orgnr!,
  FI: stdnum.FI!.ytunnus!,
  DK: stdnum.DK!.cvr!,
} as const

const examples: Record<CountryWithNumbers, string> = {
  SE: 'ten digits, as NNNNNN-NNNN',
  NO: 'nine digits, as NNN NNN NNN',
  FI: 'seven digits and a check digit, as NNNNNNN-N',
  DK: 'eight digits, as NN NN NN NN',
}

export type OrganisationNumber = { valid: true; number: string } | { valid: false; fault: FieldFault }

/**
 * Reads an organisation number: check digits by country, stored without separators. A Swedish number whose third digit
 * is below 2 is a personal identity number (a sole trader's), which Torg never stores; such a business leaves it out.
 */
export function readOrganisationNumber(text: string, country: string): OrganisationNumber {
  const bad = (code: string, message: string): OrganisationNumber => ({
    valid: false,
    fault: { field: 'organisationNumber', code, message },
  })
  if (!isCheckable(country))
    return bad(
      'unknown-country',
      `Numbers can be checked for ${countriesWithNumbers.join(', ')}; leave it empty.`,
    )
  if (text.length > 32 || !/^[\d\s-]+$/.test(text)) return bad('format', `Write ${examples[country]}.`)
  const digits = text.replace(/[\s-]/g, '')
  if (country === 'SE' && looksPersonal(digits))
    return bad(
      'personal-data',
      'This is a personal identity number. Leave the field empty; Torg stores none.',
    )
  const answer = checks[country].validate(digits)
  if (!answer.isValid) return bad('check-digit', `The number does not add up. Write ${examples[country]}.`)
  return { valid: true, number: answer.compact }
}

function isCheckable(country: string): country is CountryWithNumbers {
  return (countriesWithNumbers as readonly string[]).includes(country)
}

/** Also with the century in front, as Swedish forms often have it. */
function looksPersonal(digits: string): boolean {
  const ten = digits.length === 12 ? digits.slice(2) : digits
  return ten.length === 10 && Number(ten[2]) < 2
}
