import { extractJWT, type PayloadRequest } from 'payload'
import { generateExpiredPayloadCookie, generatePayloadCookie } from 'payload/shared'
import { actorOf, standingOn } from '../src/accounts/standing.js'
import type { LoggedIn, LoginInput } from '../src/editorial/accounts/log-in.js'
import { accountById, type Login } from '../src/editorial/accounts/find-account.js'
import { sessionsOf } from '../src/editorial/accounts/sessions.js'
import { DomainError, type FieldFault } from '../src/shared/errors.js'
import type { Membership } from '../src/tenancy/actor.js'
import { answer } from './endpoints.js'

export const optionalText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

const longestTyped = 1000

/** What was typed into the form of a login. Either a username or an address, in whichever field. */
export function loginInput(body: Record<string, unknown>): LoginInput {
  const known = ['username', 'email', 'password', 'oneTimeCode', 'code']
  const faults: FieldFault[] = Object.entries(body).flatMap(([field, value]) => {
    if (!known.includes(field)) return [{ field, code: 'unknown-field', message: 'There is no such field' }]
    if (value === null || value === undefined) return []
    if (typeof value !== 'string') return [{ field, code: 'wrong-type', message: 'This is a text' }]
    return value.length > longestTyped ? [{ field, code: 'too-long', message: 'This is too long' }] : []
  })
  const name = (optionalText(body.username) ?? optionalText(body.email) ?? '').trim()
  const [password, oneTimeCode] = [optionalText(body.password), optionalText(body.oneTimeCode)]
  if (faults.length === 0 && name === '')
    faults.push({ field: 'username', code: 'required', message: 'Your username or e-mail address' })
  if (faults.length === 0 && password === null && oneTimeCode === null)
    faults.push({ field: 'password', code: 'required', message: 'Your password' })
  if (faults.length > 0) throw new DomainError('invalid-input', 'The login cannot be read.', { faults })
  return {
    name,
    password: oneTimeCode === null ? password : null,
    oneTimeCode,
    code: optionalText(body.code),
  }
}

/** What a client is told of the account that logged in: no session, no address, no time. */
const shown = ({ id, username, kind, roleTitle, language }: Login, memberships: Membership[]) => ({
  id,
  username,
  kind,
  roleTitle,
  language,
  memberships,
  collection: 'accounts' as const,
})

const cookieFor = (req: PayloadRequest, token: string): string => {
  const { auth } = req.payload.collections['accounts' as never]!.config
  return generatePayloadCookie({
    collectionAuthConfig: auth,
    cookiePrefix: req.payload.config.cookiePrefix,
    token,
  }) as string
}

export const expiredCookie = (req: PayloadRequest): Record<string, string> => {
  const { auth } = req.payload.collections['accounts' as never]!.config
  const cookie = generateExpiredPayloadCookie({
    collectionAuthConfig: auth,
    cookiePrefix: req.payload.config.cookiePrefix,
  }) as string
  return { 'Set-Cookie': cookie }
}

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)

/** Logged in: the token, and the cookie that holds it. */
export function enteredAnswer(req: PayloadRequest, entered: LoggedIn, more: object = {}): Response {
  const account = shown(entered.account, entered.standing.memberships)
  const body = {
    ...more,
    message: req.t('authentication:passed'),
    token: entered.token,
    exp: seconds(entered.session.ends),
    user: account,
    account,
  }
  return answer(body, 200, { 'Set-Cookie': cookieFor(req, entered.token) })
}

/** The same token for longer. */
export async function renewedAnswer(req: PayloadRequest, ends: string): Promise<Response> {
  const token = extractJWT({ headers: req.headers, payload: req.payload })!
  const body = { refreshedToken: token, exp: seconds(ends), user: await present(req) }
  return answer(body, 200, { 'Set-Cookie': cookieFor(req, token) })
}

async function present(req: PayloadRequest) {
  const actor = actorOf(req)
  const account = actor && (await accountById(req.payload, actor.account))
  return account ? shown(account, standingOn(req).memberships) : null
}

/** Who is logged in; `user` null where nobody is. */
export async function meAnswer(req: PayloadRequest, sid: string): Promise<Response> {
  const user = await present(req)
  if (!user) return answer({ user: null })
  const session = (await sessionsOf(req.payload, user.id, new Date())).find(({ id }) => id === sid)
  const token = extractJWT({ headers: req.headers, payload: req.payload })
  return answer({
    user,
    collection: 'accounts',
    strategy: 'torg',
    token,
    exp: session ? seconds(session.ends) : 0,
  })
}
