import type { CollectionSlug, Payload } from 'payload'
import { usernameFault } from '../../accounts/usernames.js'
import { dayOf } from '../../accounts/second-factor.js'
import { memberRefusal, memberRelation } from '../../organisations/decide-member-action.js'
import type { Invited } from '../../organisations/members.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError, nothingHere, type FieldFault } from '../../shared/errors.js'
import { fieldFaults } from '../../shared/known-fields.js'
import type { Actor } from '../../tenancy/actor.js'
import { logAccount } from '../accounts/account-log.js'
import { accountById } from '../accounts/find-account.js'
import { codeFor } from '../accounts/give-code.js'
import { oneAtATime } from '../one-at-a-time.js'
import { refuseNumbersIn } from '../refuse-numbers.js'
import { takeTurn } from '../take-turn.js'
import { together, type Write } from '../together.js'
import { circleOf, type Circle } from './circle.js'

const longest = { username: 64, roleTitle: 80, language: 2 }

interface Wanted {
  username: string
  roleTitle: string | null
  language: string | null
}

/** A username is enough: no address, no name. */
function readWanted(body: Record<string, unknown>): Wanted {
  const faults: FieldFault[] = fieldFaults(body, { username: 'text', roleTitle: 'text', language: 'text' })
  const named = (field: string) => faults.some((fault) => fault.field === field)
  for (const [field, most] of Object.entries(longest))
    if (!named(field) && String(body[field] ?? '').length > most)
      faults.push({ field, code: 'too-long', message: 'This is too long' })
  const text = (field: keyof typeof longest) => (typeof body[field] === 'string' ? body[field].trim() : '')
  const fault = usernameFault(text('username'))
  if (fault && !named('username')) faults.push(fault)
  if (!named('language') && text('language') && !['sv', 'nb', 'en'].includes(text('language')))
    faults.push({ field: 'language', code: 'unknown-code', message: 'sv, nb or en' })
  if (faults.length > 0) throw new DomainError('invalid-input', 'The invitation is not complete.', { faults })
  return {
    username: text('username').toLowerCase(),
    roleTitle: text('roleTitle') || null,
    language: text('language') || null,
  }
}

const asSystem = { asSystem: true }
const accounts = 'accounts' as CollectionSlug

/**
 * Makes a login for somebody new, a contributor of the organisation, and the one-time code by which its holder chooses
 * the first password. Nothing is sent: whoever invites tells the code.
 */
export async function inviteMember(
  payload: Payload,
  { organisation, actor, body }: { organisation: string; actor: Actor; body: Record<string, unknown> },
  clock: Clock,
): Promise<Invited> {
  const now = clock.now()
  const made = await oneAtATime('memberships', () =>
    together(payload, async (write) => {
      const circle = await circleOf(payload, organisation, now, write)
      if (!circle) throw nothingHere()
      const own = circle.members.find(({ id }) => id === actor.account)?.role ?? null
      const relation = memberRelation(actor, { municipality: circle.municipality, organisation }, own)
      const refusal = memberRefusal('invite', relation, circle, null)
      if (refusal) throw refusal
      const read = readWanted(body)
      refuseNumbersIn({ ...read }, now)
      await takeTurn(payload, 'organisations', organisation, write)
      const account = await makeLogin(payload, circle, read, now, write)
      const about = {
        account,
        municipality: circle.municipality,
        organisation,
        actor: actor.account,
        device: actor.device ?? null,
        at: now,
      }
      const made = { action: 'make-account', kind: 'account', reason: 'password' } as const
      await logAccount(payload, { ...about, ...made }, write)
      const given = { action: 'give-role', kind: 'membership', reason: 'contributor' } as const
      await logAccount(payload, { ...about, ...given }, write)
      return account
    }),
  )
  const login = (await accountById(payload, made))!
  const { code, ends } = await codeFor(payload, login, 'password', { actor, withinMaking: true }, clock)
  return { account: login.id, username: login.username, code, ends }
}

/**
 * As the system, at home where the organisation is. Where a municipality lets in roles only, it is a role. An account that
 * could not be made a member is not left behind: its name would be taken, and nobody could end it.
 */
async function makeLogin(
  payload: Payload,
  { id, municipality, rolesOnly }: Circle,
  { username, roleTitle, language }: Wanted,
  now: Date,
  write: Write,
): Promise<string> {
  // Asked first: making the account leaves a promise of one in its place.
  const takenBack = write.transactionID !== undefined
  const account = (await payload.create({
    collection: accounts,
    data: {
      username,
      kind: rolesOnly ? 'role' : 'person',
      homeMunicipality: municipality,
      ...(roleTitle ? { roleTitle } : {}),
      ...(language ? { language } : {}),
    } as never,
    context: asSystem,
    overrideAccess: true,
    req: write,
  })) as unknown as { id: string }
  try {
    await payload.db.create({
      collection: 'memberships' as CollectionSlug,
      data: {
        account: account.id,
        role: 'contributor',
        municipality,
        organisation: id,
        reviewedOn: dayOf(now),
      },
      req: write,
    })
  } catch (error) {
    // Where no transaction does so (SQLite).
    if (!takenBack)
      await payload.delete({
        collection: accounts,
        id: account.id,
        context: asSystem,
        overrideAccess: true,
      })
    throw error
  }
  return String(account.id)
}
