import { createHmac, randomBytes } from 'node:crypto'
import type { CollectionSlug, Payload, Where } from 'payload'
import { everyRow } from '../../shared/every-row.js'

/** A session is good for ten hours from its last renewal, and for a day at most. Milliseconds. */
export const sessionLasts = 10 * 3_600_000
/** However often it is renewed. */
export const sessionLastsAtMost = 24 * 3_600_000
/** How long somebody may be half-way through logging in. */
const stepsLast = 15 * 60_000

/** What was proven by whoever is half-way in, or adds a device. */
export interface Steps {
  /** The one-time code by which it began; it is used up when the password is chosen. */
  code?: string
  needsPassword?: boolean
  /** The password at that time (`passwordMark`): where another was chosen meanwhile, the step is worth nothing. */
  mark?: string
  /** The code ends all devices when the password is chosen. */
  endsDevices?: boolean
  /** The device code by which a device is added, and who gave it; both are empty where it is added by its holder. */
  deviceCode?: string
  addedBy?: string
  /** The secret of a device that is being added, sealed until its first code was shown. */
  secret?: string
  label?: string
}

export interface Session {
  id: string
  account: string
  purpose: 'session' | 'steps'
  device: number | null
  began: string
  ends: string
  steps: Steps
}

const collection = 'sessions' as CollectionSlug

/** A token as it is stored. The secret of the installation is part of it: a new one ends all sessions. */
const hashOf = (payload: Payload, token: string): string =>
  createHmac('sha256', payload.secret).update(`session ${token}`).digest('base64url')

const asSession = (row: Record<string, unknown>): Session => ({
  id: String(row.id),
  account: String(row.account),
  purpose: row.purpose as Session['purpose'],
  device: typeof row.device === 'number' ? row.device : null,
  began: new Date(row.began as string).toISOString(),
  ends: new Date(row.ends as string).toISOString(),
  steps: (row.steps as Steps | null) ?? {},
})

/** The only way in which anybody gets a token. Never within a request's transaction. */
export async function openSession(
  payload: Payload,
  opened: Pick<Session, 'account' | 'purpose' | 'device'> & { steps?: Steps },
  now: Date,
): Promise<{ token: string; session: Session }> {
  const token = randomBytes(32).toString('base64url')
  const lasts = opened.purpose === 'session' ? sessionLasts : stepsLast
  const row = await payload.db.create({
    collection,
    data: {
      ...opened,
      steps: opened.steps ?? {},
      token: hashOf(payload, token),
      began: now.toISOString(),
      ends: new Date(now.getTime() + lasts).toISOString(),
    },
  })
  return { token, session: asSession(row as Record<string, unknown>) }
}

/** The session of a token; null where there is none, or it has ended. */
export async function sessionOf(
  payload: Payload,
  token: unknown,
  purpose: Session['purpose'],
  now: Date,
): Promise<Session | null> {
  if (typeof token !== 'string' || !/^[\w-]{43}$/.test(token)) return null
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { token: { equals: hashOf(payload, token) } },
  })
  if (!row) return null
  const session = asSession(row)
  return session.purpose === purpose && Date.parse(session.ends) > now.getTime() ? session : null
}

/** Ten more hours, within a day of its begin. Gives when it ends now. */
export async function renewSession(payload: Payload, session: Session, now: Date): Promise<string> {
  const ends = new Date(
    Math.min(now.getTime() + sessionLasts, Date.parse(session.began) + sessionLastsAtMost),
  ).toISOString()
  await changeSession(payload, session.id, { ends })
  return ends
}

export async function changeSession(
  payload: Payload,
  id: string,
  data: Partial<Pick<Session, 'ends' | 'device' | 'steps'>>,
): Promise<void> {
  await payload.db.updateOne({
    collection,
    where: { id: { equals: id } },
    data,
    options: { atomic: true },
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
}

const ofAccount = (account: string, but: string | null): Where[] => [
  { account: { equals: account } },
  ...(but === null ? [] : [{ id: { not_equals: but } }]),
]

/** Ends the sessions of an account, those half-way in included: all, all but one (`but`), or those of one device. */
export async function endSessions(
  payload: Payload,
  account: string,
  { but = null, device }: { but?: string | null; device?: number } = {},
): Promise<void> {
  const and = [...ofAccount(account, but), ...(device === undefined ? [] : [{ device: { equals: device } }])]
  await payload.db.deleteMany({ collection, where: { and } })
}

/** Ends one session of this account; false where it has none such. */
export async function endSession(payload: Payload, account: string, id: string): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: id } }, { account: { equals: account } }] }
  const { totalDocs } = await payload.db.count({ collection, where })
  if (totalDocs > 0) await payload.db.deleteMany({ collection, where })
  return totalDocs > 0
}

/** Sessions of an account that have not ended, the newest first. */
export async function sessionsOf(payload: Payload, account: string, now: Date): Promise<Session[]> {
  const rows = await everyRow(payload, collection, {
    and: [{ account: { equals: account } }, { purpose: { equals: 'session' } }],
  })
  return rows
    .map(asSession)
    .filter(({ ends }) => Date.parse(ends) > now.getTime())
    .sort((a, b) => b.began.localeCompare(a.began))
}
