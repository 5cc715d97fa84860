import { createHash } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { StoredPassword } from '../../accounts/password-hash.js'
import { noSecondFactor, type SecondFactor } from '../../accounts/second-factor.js'

export interface Credentials {
  account: string
  password: StoredPassword | null
  /** Somebody else chose the password: its holder chooses another before anything else. */
  givenPassword: boolean
  factor: SecondFactor
  rev: number
}

export const noCredentials = (account: string): Credentials => ({
  account,
  password: null,
  givenPassword: false,
  factor: noSecondFactor,
  rev: 0,
})

/** Tells one password of an account from the next, and nothing else of it. */
export const passwordMark = ({ password }: Credentials): string =>
  createHash('sha256')
    .update(`torg password ${password?.hash ?? 'none'}`)
    .digest('base64url')
    .slice(0, 22)

const collection = 'credentials' as CollectionSlug

/** The credentials as they are committed now; those of nobody where there are none. Never within a request's transaction. */
export async function credentialsOf(payload: Payload, account: string): Promise<Credentials> {
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { equals: account } },
  })
  if (!row) return noCredentials(account)
  const { hash, salt } = row as { hash?: string | null; salt?: string | null }
  return {
    account,
    password: hash && salt ? { hash, salt } : null,
    givenPassword: row.givenPassword === true,
    factor: { ...noSecondFactor, ...((row.factor as Partial<SecondFactor> | null) ?? {}) },
    rev: Number(row.rev ?? 0),
  }
}

const columns = ({ password, givenPassword, factor }: Credentials) => ({
  hash: password?.hash ?? null,
  salt: password?.salt ?? null,
  givenPassword,
  factor,
})

/** A new account's first credentials, in the transaction that makes the account. */
export async function createCredentials(
  payload: Payload,
  first: Credentials,
  req?: PayloadRequest,
): Promise<void> {
  await payload.db.create({ collection, data: { id: first.account, ...columns(first), rev: 1 }, req })
}

export async function deleteCredentials(
  payload: Payload,
  account: string,
  req?: PayloadRequest,
): Promise<void> {
  await payload.db.deleteMany({ collection, where: { id: { equals: account } }, req })
}

const mostTries = 50

/**
 * Changes credentials by compare-and-set: `change` sees them as they are and gives what they become, or null to leave
 * them; it runs again where somebody else was quicker. Gives what `change` gave last.
 */
export async function changeCredentials<T extends { credentials: Credentials | null }>(
  payload: Payload,
  account: string,
  change: (now: Credentials) => T | Promise<T>,
): Promise<T> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const now = await credentialsOf(payload, account)
    const outcome = await change(now)
    if (outcome.credentials === null || (await write(payload, now, outcome.credentials))) return outcome
  }
  throw new Error('The credentials of an account were changed again and again')
}

async function write(payload: Payload, before: Credentials, after: Credentials): Promise<boolean> {
  if (before.rev === 0) {
    // Two at once: the id is unique, and the second finds what the first has made.
    return createCredentials(payload, after).then(
      () => true,
      async () => {
        if ((await credentialsOf(payload, before.account)).rev > 0) return false
        throw new Error('The credentials of an account could not be written')
      },
    )
  }
  const written = await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: before.account } }, { rev: { equals: before.rev } }] },
    data: { ...columns(after), rev: before.rev + 1 },
    options: { atomic: true },
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
  return written !== null && written !== undefined
}
