import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findPersonalData } from '../../../privacy/find-personal-data.js'
import { isIdentity, type Kind } from '../../../privacy/kinds.js'

/**
 * The files with numbers that authorities publish for tests, and what each holds (SHA-256): whoever adds a number to one
 * changes this line too, and says where it is published.
 */
const lists: Record<string, string> = {
  'dk-test-persons.txt': '68d1ea9bdfdf0f08eb4610372fb2d5cf1e915d1440b444b2395215e1474a8fbc',
  'fi-test-persons.txt': '567eb6e42170baa5e93e3870f8d92ac12b75cc99b3eddf95b3ceb8e95688ae07',
  'no-synthetic.txt': '8adcd180e92aa37fcd1ce32622e7a616fba2adf0c9a8db43f72fc0f6a618618b',
  'se-personnummer.txt': 'c89f18dd97a3db8d9595f9da37dfbf0bdcc55c4869f1abdae4c6a382320a5182',
  'se-samordningsnummer.txt': '96ec985c922d06dacc0a6671c62ec66169518c4edf970c5fbc06ca8497bf182b',
}
const folder = path.resolve('src/privacy/examples')

/** Every listed number, in all its digits and as it is written without its century. */
function listed(): Set<string> {
  const numbers = new Set<string>()
  for (const [name, sum] of Object.entries(lists)) {
    const text = readFileSync(path.join(folder, name), 'utf8')
    if (createHash('sha256').update(text).digest('hex') !== sum)
      throw new Error(`${name} holds something else than the list that was published.`)
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('#')) continue
      numbers.add(line)
      if (line.length === 12) numbers.add(line.slice(2))
    }
  }
  return numbers
}

const known = listed()

/** Whether a number lies in a range that its authority gives to nobody: the part of a series that needs no list. */
const ranges: Partial<Record<Kind, (digits: string) => boolean>> = {
  // Skatteverket's test numbers of those born since 2010 all have the birth numbers 238 and 239.
  'se-personnummer': (digits) => /^(20)?[12]\d(0\d|1[0-2])([0-2]\d|3[01])23[89]\d$/.test(digits),
  // Skatteetaten's synthetic numbers have 80 added to the month.
  'no-fodselsnummer': (digits) => /^\d{2}(8[1-9]|9[0-2])\d{7}$/.test(digits),
  // Born from 2040 on.
  'dk-cpr': (digits) => /^\d{4}(4\d|5[0-7])[5-8]\d{3}$/.test(digits),
  // DVV gives the serials 900 to 999 to nobody.
  'fi-hetu': (digits) => /^\d{6}[-+A-FYXWVU]9\d{2}[0-9A-Y]$/.test(digits),
}

/** The lines of a text on which an identity number stands that no authority has published for tests. */
export function unofficialLines(text: string, today: Date): number[] {
  const lines = findPersonalData(text, today)
    .filter(isIdentity)
    .filter(({ kind, from, to }) => {
      // NFKC makes plain digits of full-width and mathematical ones.
      const written = text.slice(from, to).normalize('NFKC').toUpperCase()
      const digits = kind === 'fi-hetu' ? written : written.replace(/\D/g, '')
      return !known.has(digits) && !ranges[kind]!(digits)
    })
    .map(({ from }) => text.slice(0, from).split('\n').length)
  return [...new Set(lines)]
}
