import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)
/** PBKDF2 with HMAC-SHA-256; rounds as OWASP recommends (Password Storage Cheat Sheet, 2023). */
const rounds = 600_000
const bytes = 32
const prefix = 'pbkdf2-sha256-v1:'

/** A password as it is stored: the form that Payload writes, so that what it once wrote still counts. */
export interface StoredPassword {
  hash: string
  salt: string
}

/** Keyboards compose letters such as ö in two ways; both are the same password (NIST SP 800-63B-4, 3.1.1.2). */
const normal = (password: string) => password.normalize('NFKC')

export async function hashPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(32).toString('hex')
  const hash = await derive(normal(password), salt, rounds, bytes, 'sha256')
  return { hash: prefix + hash.toString('hex'), salt }
}

/** What is worked on where there is no account or no password: as long, and never right. */
const nobodys: StoredPassword = { hash: prefix + '00'.repeat(bytes), salt: randomBytes(32).toString('hex') }

/** Whether this is the password. Takes as long for null, which is nobody's. */
export async function isPassword(password: string, stored: StoredPassword | null): Promise<boolean> {
  const { hash, salt } = stored ?? nobodys
  const expected = Buffer.from(hash.slice(prefix.length), 'hex')
  const found = await derive(normal(password), salt, rounds, bytes, 'sha256')
  const same = found.length === expected.length && timingSafeEqual(found, expected)
  return same && stored !== null
}
