import type { FieldFault } from '../shared/errors.js'
import { readOrganisationNumber } from './organisation-number.js'

/** So many organisations are invited from one list. */
export const mostInvited = 200

/** One line of a pasted list, as it will be sent. */
export interface InviteRow {
  /** Number of the line, from 1. */
  line: number
  name: string
  organisationNumber: string | null
  email: string | null
  /** Why it cannot be invited like this. */
  faults: FieldFault[]
}

const fault = (field: string, code: string, message: string): FieldFault => ({ field, code, message })

/**
 * Reads a list as it comes out of a table or a text: one organisation a line, its name first, then number and e-mail in
 * any order, divided by tabs, semicolons or commas. A line that cannot be read says why, and the others stay good.
 */
export function readInviteList(text: string, country: string): InviteRow[] {
  const seen = new Map<string, number>()
  return text
    .split(/\r?\n/)
    .map((words, index) => ({ words: words.trim(), line: index + 1 }))
    .filter(({ words }) => words !== '')
    .slice(0, mostInvited)
    .map(({ words, line }) => {
      const row = readLine(words, line, country)
      for (const key of [row.organisationNumber, row.name.toLowerCase()]) {
        if (!key) continue
        const earlier = seen.get(key)
        if (earlier !== undefined && !row.faults.some(({ code }) => code === 'duplicate'))
          row.faults.push(fault('name', 'duplicate', `The same as line ${earlier}`))
        if (earlier === undefined) seen.set(key, line)
      }
      return row
    })
}

function readLine(words: string, line: number, country: string): InviteRow {
  const sign = words.includes('\t') ? '\t' : words.includes(';') ? ';' : ','
  const [name = '', ...rest] = words.split(sign).map((part) => part.trim())
  const row: InviteRow = { line, name, organisationNumber: null, email: null, faults: [] }
  if (name.length < 2 || name.length > 120)
    row.faults.push(fault('name', 'format', 'A name has 2 to 120 characters'))
  for (const part of rest.filter((each) => each !== '')) {
    if (part.includes('@') && row.email === null) {
      row.email = part
    } else if (/^[\d\s-]+$/.test(part) && row.organisationNumber === null) {
      const read = readOrganisationNumber(part, country)
      row.organisationNumber = read.valid ? read.number : part
      if (!read.valid) row.faults.push(read.fault)
    } else {
      row.faults.push(fault('name', 'unknown-field', `“${part}” is neither a number nor an e-mail address`))
    }
  }
  return row
}
