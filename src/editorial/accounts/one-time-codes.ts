import type { CollectionSlug, Payload } from 'payload'
import { codeHash, codeLasts, newOneTimeCode, type CodePurpose } from '../../accounts/codes.js'
import type { Grant } from '../../tenancy/grant.js'
import { isStillGiven } from './still-given.js'

export interface OneTimeCode {
  id: string
  /** Null for one that gives a membership to whoever accepts it. */
  account: string | null
  purpose: CodePurpose
  label: string | null
  grant: Omit<Grant, 'account'> | null
  givenBy: string | null
  municipality: string | null
  ends: string
}

const collection = 'one-time-codes' as CollectionSlug

/** What the hash of a code for a membership is bound to: nobody knows yet who accepts it. */
export const forMembership = 'membership'

/** Makes a code and gives it, this once. An account's earlier codes for its login end with it. */
export async function makeCode(
  payload: Payload,
  made: Pick<OneTimeCode, 'account' | 'purpose' | 'givenBy' | 'municipality'> &
    Partial<Pick<OneTimeCode, 'label' | 'grant'>>,
  now: Date,
): Promise<{ code: string; ends: string }> {
  const code = newOneTimeCode()
  const ends = new Date(now.getTime() + codeLasts[made.purpose]).toISOString()
  if (made.account !== null)
    await endCodes(payload, made.account, made.purpose === 'device' ? ['device'] : ['password', 'all'])
  await payload.db.create({
    collection,
    data: {
      ...made,
      label: made.label ?? null,
      grant: made.grant ?? null,
      hash: codeHash(made.account ?? forMembership, code),
      ends,
      used: false,
    },
  })
  return { code, ends }
}

/** A code that was not used and has not ended, and that its giver may still give; null where there is none. */
export async function usableCode(payload: Payload, hash: string, now: Date): Promise<OneTimeCode | null> {
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { and: [{ hash: { equals: hash } }, { used: { equals: false } }] },
  })
  if (!row || Date.parse(String(row.ends)) <= now.getTime()) return null
  const code = {
    ...(row as unknown as OneTimeCode),
    id: String(row.id),
    account: (row.account as string | null) || null,
  }
  return (await isStillGiven(payload, code)) ? code : null
}

/** Uses a code up; false where somebody else was quicker. */
export async function useCode(payload: Payload, id: string): Promise<boolean> {
  const used = await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { used: { equals: false } }] },
    data: { used: true },
    options: { atomic: true },
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
  return used !== null && used !== undefined
}

export const endCode = (payload: Payload, id: string): Promise<unknown> =>
  payload.db.deleteMany({ collection, where: { id: { equals: id } } })

export async function endCodes(
  payload: Payload,
  account: string,
  purposes?: readonly CodePurpose[],
): Promise<void> {
  const of = purposes ? [{ purpose: { in: [...purposes] } }] : []
  await payload.db.deleteMany({ collection, where: { and: [{ account: { equals: account } }, ...of] } })
}
