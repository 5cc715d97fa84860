import type { Endpoint, PayloadRequest } from 'payload'
import { closed } from '../access/closed-doors.js'
import { extractEndpoint } from './extract-endpoint.js'
import { actorOf } from '../src/accounts/standing.js'
import { accountInCare, giveCode } from '../src/editorial/accounts/give-code.js'
import {
  beginDevice,
  confirmDevice,
  endDevice,
  renewRecoveryCodes,
  type Adding,
} from '../src/editorial/accounts/devices.js'
import { logAccount, type AccountAction } from '../src/editorial/accounts/account-log.js'
import type { Login } from '../src/editorial/accounts/find-account.js'
import { logIn } from '../src/editorial/accounts/log-in.js'
import { loginsOf, ownLogins } from '../src/editorial/accounts/logins-of.js'
import type { LoginGuard } from '../src/editorial/accounts/login-context.js'
import { acceptRole } from '../src/editorial/accounts/offer-role.js'
import {
  changeOwnPassword,
  choosePassword,
  requireAccount,
  requirePassword,
  requireTicket,
} from '../src/editorial/accounts/passwords.js'
import { endSession, endSessions, renewSession, sessionsOf } from '../src/editorial/accounts/sessions.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { isMunicipalityAdminOf } from '../src/tenancy/membership.js'
import { answer, createdWords, depthOf, idOf, networksOf, requireActor } from './endpoints.js'
import { bodyOf, knownBody } from './request-body.js'
import { changeAccount, createAccount } from '../src/editorial/accounts/change-account.js'
import {
  enteredAnswer,
  expiredCookie,
  loginInput,
  meAnswer,
  optionalText,
  renewedAnswer,
} from './login-answers.js'

/** Every way to get, keep and end a session, and what belongs to it. Thin: read the request, call one command, answer. */
export const accountEndpoints = (guard: LoginGuard): Endpoint[] => {
  const context = (req: PayloadRequest) => ({
    ...guard,
    payload: req.payload,
    networks: networksOf(req),
  })
  const sessionId = (req: PayloadRequest) => String((req.user as { _sid?: unknown } | null)?._sid ?? '')

  /** Somebody half-way in by their token, or the holder who is logged in and says the password again. */
  async function adding(req: PayloadRequest, body: Record<string, unknown>, proof: boolean): Promise<Adding> {
    if (body.ticket !== undefined) return requireTicket(context(req), body.ticket)
    const account = await requireAccount(context(req), requireActor(req))
    if (proof) await requirePassword(context(req), account, body.present)
    const session = (await sessionsOf(req.payload, account.id, guard.clock.now())).find(
      ({ id }) => id === sessionId(req),
    )
    if (!session) throw new DomainError('not-logged-in', 'Log in first.')
    return { account, session }
  }

  /** The account in the address, for whoever looks after it. */
  const inCare = async (req: PayloadRequest) => {
    const actor = requireActor(req)
    return { actor, account: await accountInCare(req.payload, actor, idOf(req), 'all') }
  }

  const log = (req: PayloadRequest, action: AccountAction, account: Pick<Login, 'id' | 'home'>) => {
    const { account: actor, device = null } = requireActor(req)
    const about = { action, kind: 'account', account: account.id, municipality: account.home } as const
    return logAccount(req.payload, { ...about, actor, device, at: guard.clock.now() })
  }

  const post = (path: string, handler: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
    path,
    method: 'post',
    handler,
  })

  return [
    post('/', async (req) => {
      const made = {
        payload: req.payload,
        data: await bodyOf(req),
        depth: depthOf(req),
        req,
        actor: requireActor(req),
      }
      return answer(
        { ...(await createAccount(made, guard.clock)), message: createdWords(req, 'accounts') },
        201,
      )
    }),
    {
      path: '/:id',
      method: 'patch',
      handler: async (req) => {
        requireActor(req)
        const doc = await changeAccount(req.payload, idOf(req), await bodyOf(req), depthOf(req), req)
        return answer({ doc, message: req.t('general:updatedSuccessfully') })
      },
    },
    post('/login', async (req) =>
      enteredAnswer(req, await logIn(context(req), loginInput(await bodyOf(req)))),
    ),
    post('/password', async (req) => {
      const known = { ticket: 'text', present: 'text', password: 'text' } as const
      const { ticket, present, password } = await knownBody(req, known)
      if (ticket !== undefined) {
        return enteredAnswer(req, await choosePassword(context(req), { ticket, password }))
      }
      const actor = requireActor(req)
      await changeOwnPassword(context(req), { actor, session: sessionId(req), present, password })
      return answer({ changed: true })
    }),
    post('/devices', async (req) => {
      const body = await knownBody(req, { ticket: 'text', present: 'text' })
      const added = await adding(req, body, true)
      return answer(await beginDevice(context(req), added, issuerOf(req)))
    }),
    post('/devices/confirm', async (req) => {
      const body = await knownBody(req, { ticket: 'text', code: 'text', label: 'text' })
      const { loggedIn, ...added } = await confirmDevice(context(req), await adding(req, body, false), {
        code: body.code,
        label: optionalText(body.label),
      })
      return loggedIn ? enteredAnswer(req, loggedIn, added) : answer(added)
    }),
    post('/devices/end', async (req) => {
      const actor = requireActor(req)
      const body = await knownBody(req, { device: 'number', present: 'text' })
      const account = await requireAccount(context(req), actor)
      await requirePassword(context(req), account, body.present)
      await endDevice(context(req), account, Number(body.device), { actor, asHolder: true })
      return answer({ ended: true })
    }),
    post('/recovery-codes', async (req) => {
      const actor = requireActor(req)
      const { present } = await knownBody(req, { present: 'text' })
      const account = await requireAccount(context(req), actor)
      await requirePassword(context(req), account, present)
      return answer({ recoveryCodes: await renewRecoveryCodes(context(req), account, actor) })
    }),
    post('/sessions/end', async (req) => {
      const actor = requireActor(req)
      const { session } = await knownBody(req, { session: 'text' })
      if (session === undefined) await endSessions(req.payload, actor.account, { but: sessionId(req) })
      else if (!(await endSession(req.payload, actor.account, String(session)))) throw nothingHere()
      await log(req, 'end-sessions', { id: actor.account, home: actor.homeMunicipality })
      return answer({ ended: true })
    }),
    post('/accept', async (req) => {
      const actor = requireActor(req)
      const { code } = await knownBody(req, { code: 'text' })
      const offer = await acceptRole(req.payload, { actor, session: sessionId(req), code }, guard.clock)
      return answer({ role: offer.role, municipality: offer.municipality, organisation: offer.organisation })
    }),
    post('/logout', async (req) => {
      const actor = actorOf(req)
      await knownBody(req, {})
      if (actor) {
        await endSession(req.payload, actor.account, sessionId(req))
        await log(req, 'log-out', { id: actor.account, home: actor.homeMunicipality })
      }
      return answer({ message: req.t('authentication:loggedOutSuccessfully') }, 200, expiredCookie(req))
    }),
    post('/refresh-token', async (req) => {
      const { account } = requireActor(req)
      await knownBody(req, {})
      const session = (await sessionsOf(req.payload, account, guard.clock.now())).find(
        ({ id }) => id === sessionId(req),
      )
      if (!session) throw new DomainError('not-logged-in', 'Log in first.')
      return renewedAnswer(req, await renewSession(req.payload, session, guard.clock.now()))
    }),
    { path: '/me', method: 'get', handler: (req) => meAnswer(req, sessionId(req)) },
    extractEndpoint(guard.clock),
    {
      path: '/logins',
      method: 'get',
      handler: async (req) => answer(await ownLogins(context(req), requireActor(req), sessionId(req))),
    },
    {
      path: '/:id/logins',
      method: 'get',
      handler: async (req) => {
        const actor = requireActor(req)
        const account = await accountInCare(req.payload, actor, idOf(req), 'password')
        const seesUse = account.home !== null && isMunicipalityAdminOf(actor, account.home)
        return answer(await loginsOf(context(req), account.id, { seesUse }))
      },
    },
    post('/:id/codes', async (req) =>
      answer(await giveCode(req.payload, requireActor(req), idOf(req), await bodyOf(req), guard.clock), 201),
    ),
    post('/:id/devices/end', async (req) => {
      const { actor, account } = await inCare(req)
      const { device } = await knownBody(req, { device: 'number' })
      await endDevice(context(req), account, Number(device), { actor, asHolder: false })
      return answer({ ended: true })
    }),
    post('/:id/sessions/end', async (req) => {
      const { account } = await inCare(req)
      await knownBody(req, {})
      await endSessions(req.payload, account.id)
      await log(req, 'end-sessions', account)
      return answer({ ended: true })
    }),
    // The framework's own ways in, which its switched-off login refuses, too; they answer as if they were not there.
    closed('post', '/first-register'),
    closed('post', '/forgot-password'),
    closed('post', '/reset-password'),
    closed('post', '/unlock'),
    closed('post', '/verify/:id'),
    closed('post', '/:id/api-key/reveal'),
    closed('get', '/init'),
  ]
}

/** What a telephone shows beside the account's name: the host, so that two installations can be told apart. */
const issuerOf = (req: PayloadRequest): string => `Torg ${new URL(req.payload.config.serverURL).host}`
