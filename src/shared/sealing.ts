import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** A key that stands outside the database. `id` is written beside what it seals, so that keys can be changed. */
export interface SealingKey {
  id: string
  /** At least 32 random bytes. */
  secret: Buffer
}

/** Keys of an installation: the first one seals, all of them open. */
export type KeyRing = readonly [SealingKey, ...SealingKey[]]

/**
 * What something is sealed for. Each purpose has keys of its own, and what was sealed for one is not opened for another
 * or for another row: whoever can write the database cannot move a secret between accounts.
 */
export interface Purpose {
  name: 'second-factor' | 'contact' | 'webhook'
  /** The row, or '' where it is not known yet when it is sealed. */
  of: string
}

const version = 'v1'
const nonceBytes = 12
const tagBytes = 16

const alreadyDerived = new WeakMap<SealingKey, Map<string, Buffer>>()

/** HKDF (RFC 5869) with SHA-256; the key is random, so no salt is needed. Worked out once for each key and use. */
function derived(key: SealingKey, info: string): Buffer {
  const known = alreadyDerived.get(key) ?? new Map<string, Buffer>()
  alreadyDerived.set(key, known)
  const made =
    known.get(info) ??
    Buffer.from(hkdfSync('sha256', key.secret, Buffer.alloc(0), `torg ${version} ${info}`, 32))
  known.set(info, made)
  return made
}

const bound = ({ name, of }: Purpose) => Buffer.from(`${version} ${name} ${of}`)

/** Encrypts a text with AES-256-GCM (NIST SP 800-38D): `v1.<key id>.<nonce, ciphertext and tag in base64url>`. */
export function seal(text: string, ring: KeyRing, purpose: Purpose): string {
  const [key] = ring
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', derived(key, purpose.name), nonce)
  cipher.setAAD(bound(purpose))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${version}.${key.id}.${sealed.toString('base64url')}`
}

/** Whether a text looks like one that was sealed. No address and no secret looks so. */
export const isSealed = (text: string): boolean => /^v1\.[\w-]{1,40}\.[\w-]{38,}$/.test(text)

/** The id of the key that something was sealed with; null for what is not sealed. */
export const keyIdOf = (sealed: string): string | null => (isSealed(sealed) ? sealed.split('.')[1]! : null)

/** The text again. Throws where the key is not there, or a bit was changed, or it was sealed for something else. */
export function open(sealed: string, ring: KeyRing, purpose: Purpose): string {
  const [, id, body] = sealed.split('.')
  const key = ring.find((each) => each.id === id)
  if (!key || !isSealed(sealed)) throw new Error(`Nothing here opens what was sealed with the key ${id}`)
  const bytes = Buffer.from(body!, 'base64url')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derived(key, purpose.name),
    bytes.subarray(0, nonceBytes),
    {
      authTagLength: tagBytes,
    },
  )
  decipher.setAAD(bound(purpose))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
  return text.toString('utf8')
}

/** The same text under the first key; null where it is under that already. */
export const resealed = (sealed: string, ring: KeyRing, purpose: Purpose): string | null =>
  keyIdOf(sealed) === ring[0].id ? null : seal(open(sealed, ring, purpose), ring, purpose)

/**
 * What a sealed text is found by: the same for the same text, and without the key nothing can be told from it. One for
 * each key of the ring; the first is the one that is stored.
 */
export const tracesOf = (text: string, ring: KeyRing, { name }: Purpose): [string, ...string[]] =>
  ring.map((key) =>
    createHmac('sha256', derived(key, `trace ${name}`))
      .update(text, 'utf8')
      .digest('base64url'),
  ) as [string, ...string[]]

/** What a stamp says: one use each, so that none can stand in the place of another. */
export type StampUse = 'log entry' | 'log link' | 'log head' | 'log cut'

const stampOf = (text: string, key: SealingKey, use: StampUse): string =>
  `${version}.${key.id}.${createHmac('sha256', derived(key, `stamp ${use}`))
    .update(text, 'utf8')
    .digest('base64url')}`

/** Says that a text was written by this installation: nobody makes a stamp who has the database alone. */
export const stamp = (text: string, ring: KeyRing, use: StampUse): string => stampOf(text, ring[0], use)

/** Why a stamp cannot be believed; null where it can. A key that is not here proves nothing, for or against. */
export function stampFault(
  stamped: string | null | undefined,
  text: string,
  ring: KeyRing,
  use: StampUse,
): 'wrong' | 'key-missing' | null {
  const id = stamped ? keyIdOf(stamped) : null
  if (!stamped || id === null) return 'wrong'
  const key = ring.find((each) => each.id === id)
  if (!key) return 'key-missing'
  const [given, right] = [Buffer.from(stamped), Buffer.from(stampOf(text, key, use))]
  return given.length === right.length && timingSafeEqual(given, right) ? null : 'wrong'
}

/** The key that every installation has: made of its secret, under an id that tells one secret from another. */
export const keyFromSecret = (secret: string): SealingKey => ({
  id: `secret-${createHash('sha256').update(`torg key id ${secret}`).digest('hex').slice(0, 8)}`,
  secret: createHash('sha256').update(`torg key ${secret}`).digest(),
})
