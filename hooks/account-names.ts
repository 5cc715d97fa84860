import { randomUUID } from 'node:crypto'
import type { CollectionBeforeChangeHook, CollectionBeforeValidateHook, FieldHook } from 'payload'
import { isAddress } from '../src/accounts/addresses.js'
import { addressTraces, openedAddress, sealedAddress } from '../src/accounts/contact.js'
import { usernameFault } from '../src/accounts/usernames.js'
import { DomainError } from '../src/shared/errors.js'
import type { KeyRing } from '../src/shared/sealing.js'

/** A username is checked when it is given or changed; an account that has none yet cannot be made. */
export const checkUsername: CollectionBeforeValidateHook = ({ data, operation, originalDoc }) => {
  if (!data || (operation === 'update' && !('username' in data))) return data
  if (operation === 'update' && data.username === originalDoc?.username) return data
  const fault = usernameFault(data.username)
  if (fault) throw new DomainError('invalid-input', 'The username cannot be used.', { faults: [fault] })
  return { ...data, username: String(data.username).toLowerCase() }
}

export const checkAddress: CollectionBeforeValidateHook = ({ data }) => {
  const { email } = data ?? {}
  if (email === undefined || email === null || email === '') return data
  if (typeof email === 'string' && isAddress(email.trim()))
    return { ...data, email: email.trim().toLowerCase() }
  throw new DomainError('invalid-input', 'The address cannot be used.', {
    faults: [{ field: 'email', code: 'format', message: 'Write an e-mail address' }],
  })
}

/** A name or address that another account has, by the field that holds it. */
export const refuseTaken =
  (keys: KeyRing): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    for (const field of ['username', 'email'] as const) {
      const wanted: unknown = data?.[field]
      if (typeof wanted !== 'string' || wanted === '' || wanted === originalDoc?.[field]) continue
      const { docs } = await req.payload.db.find<{ id: string }>({
        collection: 'accounts',
        where:
          field === 'username'
            ? { username: { equals: wanted.toLowerCase() } }
            : { emailTrace: { in: addressTraces(wanted, keys) } },
        limit: 2,
        pagination: false,
        req,
      })
      if (docs.every(({ id }) => String(id) === String(originalDoc?.id))) continue
      // Whose account it is stays unsaid.
      throw new DomainError('duplicate', 'This cannot be used for an account here.', {
        faults: [{ field, code: 'duplicate', message: 'Choose another' }],
      })
    }
    return data
  }

/** The address is stored sealed, with a trace by which it is found. */
export const sealAddress =
  (keys: KeyRing): CollectionBeforeChangeHook =>
  ({ data, operation }) => {
    if (operation === 'update' && !('email' in data)) return data
    const email = typeof data.email === 'string' && data.email !== '' ? data.email : null
    return {
      ...data,
      email: email === null ? null : sealedAddress(email, keys),
      // MongoDB takes nothing for a value of a unique field like another: whoever has no address has a word of its own.
      emailTrace: email === null ? `none ${randomUUID()}` : addressTraces(email, keys)[0],
    }
  }

/** On the field itself, so that what is compared with a new address is an address, too. */
export const openAddress =
  (keys: KeyRing): FieldHook =>
  ({ value }) =>
    typeof value === 'string' ? openedAddress(value, keys) : value
