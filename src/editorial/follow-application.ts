import { createHash } from 'node:crypto'
import type { CollectionSlug, Payload } from 'payload'
import { usernameFault } from '../accounts/usernames.js'
import type { ApplicationThrottle } from '../accounts/application-throttle.js'
import { tooMany } from '../accounts/hashing-queue.js'
import type { OrganisationState } from '../organisations/life.js'
import type { Clock } from '../shared/clock.js'
import { DomainError } from '../shared/errors.js'
import { idAlways } from '../shared/reference.js'
import { codeFor } from './accounts/give-code.js'
import { accountById } from './accounts/find-account.js'
import { logAccount } from './accounts/account-log.js'
import { documentKey, oneAtATime } from './one-at-a-time.js'
import { refuseNumbersIn } from './refuse-numbers.js'

/** What an applicant is told, who has no account and shows the reference. Instants are RFC 3339. */
export interface Application {
  name: string
  municipality: string
  life: OrganisationState
  appliedAt: string | null
  /** By when a decision is promised, while none was taken. */
  decisionBy: string | null
  /** What the municipality wrote with its decision. */
  message: string | null
  /** It is approved, and nobody has made its first login with this reference. */
  mayLogIn: boolean
}

export interface FirstLogin {
  username: string
  /** Shown this once; with it the first password is chosen. */
  code: string
  ends: string
}

interface Asking {
  clock: Clock
  throttle: ApplicationThrottle
  networks: readonly string[]
}

type Row = Record<string, unknown> & { id: string }

const noSuch = () =>
  new DomainError('not-found', 'There is no application under this reference, or it has ended.')

/** The organisation behind a reference. What cannot be one is answered like one that there is not. */
async function byReference(payload: Payload, reference: unknown): Promise<Row> {
  const typed = typeof reference === 'string' ? reference.trim() : ''
  // 128 bits in base64url: nothing else was ever given out.
  if (!/^[A-Za-z0-9_-]{22}$/.test(typed)) throw noSuch()
  const row = await payload.db.findOne<Row>({
    collection: 'organisations',
    where: { applicationReference: { equals: hashOf(typed) } },
  })
  if (!row) throw noSuch()
  return row
}

const hashOf = (reference: string): string => createHash('sha256').update(reference).digest('hex')

/** Every try counts, found or not: a reference cannot be guessed, and nobody needs to try. */
function admit({ throttle, networks }: Asking): void {
  const admitted = throttle.admit(networks)
  if ('retryAfter' in admitted) throw tooMany(admitted.retryAfter)
}

function onlyTexts(body: Record<string, unknown>, known: readonly string[]): void {
  const faults = Object.entries(body).flatMap(([field, value]) =>
    !known.includes(field)
      ? [{ field, code: 'unknown-field', message: 'There is no such field' }]
      : typeof value === 'string' && value.length <= 200
        ? []
        : [{ field, code: 'wrong-type', message: 'A text' }],
  )
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was sent cannot be understood.', { faults })
}

/** How an application stands, for whoever has its reference. */
export async function followApplication(
  payload: Payload,
  body: Record<string, unknown>,
  asking: Asking,
): Promise<Application> {
  onlyTexts(body, ['reference'])
  admit(asking)
  const row = await byReference(payload, body.reference)
  const municipality = await payload.db.findOne<Row>({
    collection: 'municipalities',
    where: { id: { equals: idAlways(row.municipality) } },
  })
  const instant = (value: unknown) => (value ? new Date(value as string).toISOString() : null)
  const life = row.life as OrganisationState
  const waits = life === 'applied'
  return {
    name: String(row.name ?? ''),
    municipality: String(municipality?.name ?? ''),
    life,
    appliedAt: instant(row.createdAt),
    decisionBy: waits ? instant(row.dueAt) : null,
    // While it waits, what is kept there is what the applicant wrote.
    message: waits || life === 'invited' ? null : ((row.lifeMessage as string | null) ?? null),
    mayLogIn: life === 'approved',
  }
}

/**
 * The first login of an organisation that was approved: an account of the organisation with the name that the applicant
 * chooses, its admin, and a one-time code for its first password. The reference is used up by it.
 */
export async function firstLogin(
  payload: Payload,
  body: Record<string, unknown>,
  asking: Asking,
): Promise<FirstLogin> {
  onlyTexts(body, ['reference', 'username', 'language'])
  admit(asking)
  const { id } = await byReference(payload, body.reference)
  return oneAtATime(documentKey('organisations', `${id} first login`), async () => {
    const row = await byReference(payload, body.reference)
    if (row.life !== 'approved') {
      throw new DomainError(
        'not-possible-in-this-state',
        'The municipality has not approved the organisation, so there is no login yet.',
      )
    }
    const fault = usernameFault(body.username)
    if (fault) throw new DomainError('invalid-input', 'The username cannot be used.', { faults: [fault] })
    refuseNumbersIn({ username: body.username }, asking.clock.now())
    const account = await makeAccount(payload, row, body)
    const login = (await accountById(payload, account))!
    const by = { actor: null, withinMaking: true } as const
    // The code first: whoever dies before the reference is spent has lost nothing by it.
    const { code, ends } = await codeFor(payload, login, 'password', by, asking.clock)
    const used = await useUp(payload, row)
    if (!used) {
      await payload.delete({ collection: 'accounts', id: account, overrideAccess: true, context: asSystem })
      throw noSuch()
    }
    await logFirstLogin(payload, row, account, asking.clock.now())
    return { username: login.username, code, ends }
  })
}

/** Two things are done at once: an account is made, which comes with its code, and it is given a role. */
async function logFirstLogin(payload: Payload, row: Row, account: string, at: Date): Promise<void> {
  const about = {
    account,
    municipality: idAlways(row.municipality),
    organisation: row.id,
    actor: null,
    device: null,
    at,
  }
  await logAccount(payload, { ...about, action: 'make-account', kind: 'account', reason: 'password' })
  await logAccount(payload, {
    ...about,
    action: 'give-role',
    kind: 'membership',
    reason: 'organisation-admin',
  })
}

const asSystem = { asSystem: true }

/** As the system: the applicant is nobody here. The account is the organisation's own, and so carries its name. */
async function makeAccount(
  payload: Payload,
  row: Row,
  { username, language }: Record<string, unknown>,
): Promise<string> {
  const municipality = idAlways(row.municipality)
  const account = (await payload.create({
    collection: 'accounts' as CollectionSlug,
    data: {
      username,
      kind: 'role',
      roleTitle: row.name,
      homeMunicipality: municipality,
      ...(['sv', 'nb', 'en'].includes(language as string) ? { language } : {}),
    } as never,
    context: asSystem,
    overrideAccess: true,
  })) as unknown as Row
  const given = { account: account.id, role: 'organisation-admin', municipality, organisation: row.id }
  await payload.create({
    collection: 'memberships' as CollectionSlug,
    data: given as never,
    context: asSystem,
    overrideAccess: true,
  })
  return String(account.id)
}

/** Whether this was the first to use the reference. */
async function useUp(payload: Payload, { id, applicationReference }: Row): Promise<boolean> {
  const used = await payload.db.updateOne({
    collection: 'organisations',
    where: { and: [{ id: { equals: id } }, { applicationReference: { equals: applicationReference } }] },
    data: { applicationReference: null },
    options: { atomic: true },
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
  return used !== null && used !== undefined
}
