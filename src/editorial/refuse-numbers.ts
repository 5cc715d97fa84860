import { textFields } from '../privacy/find-in-fields.js'
import { findingFault } from '../privacy/finding-faults.js'
import { isIdentity } from '../privacy/kinds.js'
import { DomainError, mostFaults } from '../shared/errors.js'
import { findInTexts } from './find-in-texts.js'

/** Refuses words that hold an identity number, with a fault for each field. The number is not repeated. */
export function refuseNumbersIn(words: Record<string, unknown>, now: Date): void {
  const faults = findInTexts(textFields(words), now).filter(isIdentity).slice(0, mostFaults).map(findingFault)
  if (faults.length === 0) return
  throw new DomainError(
    'personal-data',
    'This holds what looks like an identity number of a person. Write it without the number.',
    { faults },
  )
}
