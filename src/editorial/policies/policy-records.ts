import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { dayIn } from '../../moderation/working-days.js'
import type { PolicyVersion } from '../../privacy/policies/policy-version.js'
import { everyRow } from '../../shared/every-row.js'
import { nothingHere } from '../../shared/errors.js'

export const policyVersions = 'policy-versions' as CollectionSlug
export const policyAcceptances = 'policy-acceptances' as CollectionSlug

/** A version as it lies in the database, with who published it for as long as that is still to be told. */
export interface PolicyRow {
  id: string
  municipality: string
  number: number
  validFrom: string
  texts: Record<string, string>
  changes?: Record<string, string> | null
  publishedAt: string
  outbox?: { actor: string | null; device: number | null } | null
}

export const policyOf = (row: PolicyRow): PolicyVersion => ({
  id: String(row.id),
  municipality: row.municipality,
  number: Number(row.number),
  validFrom: row.validFrom,
  texts: row.texts,
  changes: row.changes ?? {},
  publishedAt: new Date(row.publishedAt).toISOString(),
})

/** All versions of a municipality, the first one first. */
export async function versionsOf(
  payload: Payload,
  municipality: string,
  req?: PayloadRequest,
): Promise<PolicyVersion[]> {
  const rows = await everyRow<PolicyRow>(
    payload,
    policyVersions,
    { municipality: { equals: municipality } },
    req,
  )
  return rows.map(policyOf).sort((one, other) => one.number - other.number)
}

export interface PolicyHome {
  id: string
  slug: string
  name: string
  zone: string
  languages: string[]
  /** The day that it is there now. */
  today: string
}

/** The municipality, as far as its policies hang on it. */
export async function homeOfPolicies(
  payload: Payload,
  id: string,
  now: Date,
  req?: PayloadRequest,
): Promise<PolicyHome> {
  const row = await payload.db.findOne<{
    id: string
    slug: string
    name: string
    zone: string
    languages?: string[] | null
  }>({ collection: 'municipalities', where: { id: { equals: id } }, req })
  if (!row) throw nothingHere()
  const { slug, name, zone, languages } = row
  return { id, slug, name, zone, languages: languages ?? [], today: dayIn(now, zone) }
}

/** What an account has accepted: by version, the instant. */
export async function acceptedBy(
  payload: Payload,
  account: string,
  req?: PayloadRequest,
): Promise<ReadonlyMap<string, string>> {
  const rows = await everyRow<{ version: string; at: string }>(
    payload,
    policyAcceptances,
    { account: { equals: account } },
    req,
  )
  return new Map(rows.map(({ version, at }) => [version, new Date(at).toISOString()]))
}

/** With an account goes what it has accepted; the log keeps that it did, by id. */
export const forgetAcceptances = (payload: Payload, account: string, req?: PayloadRequest) =>
  payload.db.deleteMany({ collection: policyAcceptances, where: { account: { equals: account } }, req })
