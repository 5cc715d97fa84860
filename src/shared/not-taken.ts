import { DomainError, type FieldFault } from './errors.js'

const isGiven = (value: unknown): boolean =>
  value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '')

/** Each field that is given and that an action does not take: it is refused by its name, never passed over. */
export const notTaken = (input: object, takes: readonly string[]): FieldFault[] =>
  Object.entries(input)
    .filter(([field, value]) => !takes.includes(field) && isGiven(value))
    .map(([field]) => ({ field, code: 'not-taken', message: 'This action does not take it' }))

/** 422 for an action that takes nothing but what is named here. */
export function requireTaken(input: object, takes: readonly string[]): void {
  const faults = notTaken(input, takes)
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Something was sent that this action does not take.', { faults })
}
