import { holdsUnshowable, textsIn } from '../shared/characters.js'
import { DomainError } from '../shared/errors.js'
import { fieldFaults } from '../shared/known-fields.js'

/** How the admin of one account looks: columns, what is folded. Characters of the key, and of the value as JSON. */
export const longestPreference = { key: 200, value: 20_000 } as const

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Why a setting is not stored; null where it is. `body` is what was sent, as `{value}`; undefined where it is no JSON. */
export function preferenceRefusal(key: string, body: unknown): DomainError | null {
  if (!isObject(body)) return new DomainError('malformed-request', 'Send the setting as a JSON object.')
  // Payload would take the whole body for the setting where it finds no value in it.
  const faults = [
    ...fieldFaults(body, { value: 'anything' }),
    ...(body.value === undefined ? [{ field: 'value', code: 'required', message: 'The setting' }] : []),
  ]
  if (faults.length > 0)
    return new DomainError('invalid-input', 'A setting is sent as `value`, alone.', { faults })
  const text = JSON.stringify(body)
  if (key.length > longestPreference.key || text.length > longestPreference.value)
    return new DomainError('too-large', 'This is too long for a setting.')
  if (!/^[A-Za-z0-9._:-]+$/.test(key))
    return new DomainError('not-found', 'There is no setting of this name.')
  if (textsIn(body).some(holdsUnshowable)) {
    return new DomainError('invalid-input', 'The setting cannot be stored.', {
      faults: [{ field: 'value', code: 'characters', message: 'This holds characters that cannot be shown' }],
    })
  }
  return null
}
