import { isSealed, open, seal, tracesOf, type KeyRing, type Purpose } from '../shared/sealing.js'
import { foldedAddress } from './addresses.js'

/** Addresses of accounts are stored sealed; they are found by a trace of them that tells nothing without the keys. */
const contact: Purpose = { name: 'contact', of: 'accounts.email' }

export const sealedAddress = (address: string, keys: KeyRing): string =>
  seal(foldedAddress(address), keys, contact)

/** The address again; what was stored before addresses were sealed is itself. */
export const openedAddress = (stored: string, keys: KeyRing): string =>
  isSealed(stored) ? open(stored, keys, contact) : stored

/** What an address may be stored under: one for each key, the present one first. */
export const addressTraces = (address: string, keys: KeyRing): [string, ...string[]] =>
  tracesOf(foldedAddress(address), keys, contact)
