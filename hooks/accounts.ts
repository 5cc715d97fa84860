import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
  Where,
} from 'payload'
import { hashPassword } from '../src/accounts/password-hash.js'
import { passwordFault } from '../src/accounts/passwords.js'
import { dayOf } from '../src/accounts/second-factor.js'
import { actorOf } from '../src/accounts/standing.js'
import { logAccount, type AccountAction } from '../src/editorial/accounts/account-log.js'
import {
  changeCredentials,
  createCredentials,
  deleteCredentials,
  noCredentials,
} from '../src/editorial/accounts/credentials.js'
import type { LoginGuard } from '../src/editorial/accounts/login-context.js'
import { endLostRights } from '../src/editorial/accounts/end-lost-rights.js'
import { endCodes } from '../src/editorial/accounts/one-time-codes.js'
import { forgetInbox } from '../src/editorial/notices/readings.js'
import { endSessions } from '../src/editorial/accounts/sessions.js'
import { logDoing } from '../src/editorial/log/log-doing.js'
import { DomainError } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'
import { homeOfAccount } from '../src/tenancy/home.js'
import { checkAddress, checkUsername, refuseTaken, sealAddress } from './account-names.js'

const asSystem = (req: { context: Record<string, unknown> }) => req.context.asSystem === true

/**
 * Refuses weak passwords before they are hashed, and passwords for accounts that are there: their holder chooses one
 * after a one-time code, or changes it knowing the present one.
 */
const checkPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!['create', 'update', 'updateByID'].includes(operation)) return args
  const data = (args as { data?: Record<string, unknown> }).data ?? {}
  if (data.password === undefined) return args
  const refuse = (fault: { code: string; message: string }) => {
    throw new DomainError('invalid-input', 'The password cannot be used.', {
      faults: [{ field: 'password', ...fault }],
    })
  }
  if (operation !== 'create' && !asSystem(req)) {
    refuse({
      code: 'not-settable',
      message: 'Give a one-time code instead; one’s own is changed under My account',
    })
  }
  const username = typeof data.username === 'string' ? data.username : null
  const fault = passwordFault(data.password, { username, hasSecondFactor: false })
  if (fault) refuse(fault)
  return args
}

/** The home municipality is set once: that of the admin who makes the account; an operator names one. */
const keepAccountHome: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  const actor = actorOf(req)
  if (operation === 'update')
    return { ...data, homeMunicipality: originalDoc?.homeMunicipality, kind: originalDoc?.kind }
  if (!actor || asSystem(req)) return data
  return { ...data, homeMunicipality: homeOfAccount(actor, idOf(data.homeMunicipality)) }
}

/** Nobody disables the account that they use: a municipality would lose its admin by mistake. */
const keepOwnAccount: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const actor = actorOf(req)
  if (data?.disabled === true && actor && String(originalDoc?.id) === actor.account)
    throw new DomainError('not-allowed', 'Nobody disables the account that they are logged in with.', {
      faults: [{ field: 'disabled', code: 'not-settable', message: 'Ask another admin to do it' }],
    })
  return data
}

/** Works the password out here: it goes to the credentials, not into the account. */
const hashGiven =
  ({ queue }: LoginGuard): CollectionBeforeChangeHook =>
  async ({ data, req }) => {
    const { password, ...rest } = data as { password?: unknown }
    if (typeof password !== 'string') return rest
    req.context.hashed = await queue.run(() => hashPassword(password), { known: true })
    return rest
  }

/** Days from which on an account is unused: when it was made, or enabled again. */
const countAnew =
  ({ clock }: LoginGuard): CollectionBeforeChangeHook =>
  ({ data, operation, originalDoc }) => {
    const before = originalDoc?.disabled === true
    const enabled = before && data.disabled === false
    // From this day on counts how long it is kept.
    if (data.disabled === true && !before) return { ...data, disabledOn: dayOf(clock.now()) }
    if (operation === 'update' && !enabled) return data
    return { ...data, activeFrom: dayOf(clock.now()), disabledBecause: null, disabledOn: null }
  }

/** Credentials, sessions and the log follow the account. */
const follow =
  ({ clock }: LoginGuard): CollectionAfterChangeHook =>
  async ({ doc, operation, previousDoc, req }) => {
    const { payload } = req
    const actor = actorOf(req)
    const account = String(doc.id)
    const password = (req.context.hashed ?? null) as { hash: string; salt: string } | null
    delete req.context.hashed
    if (password) {
      const givenPassword = !asSystem(req) && doc.kind !== 'machine' && !(await isOfDemo(req, doc))
      if (operation === 'create') {
        await createCredentials(payload, { ...noCredentials(account), password, givenPassword }, req)
      } else {
        await changeCredentials(payload, account, (now) => ({
          credentials: { ...now, password, givenPassword },
        }))
        await endSessions(payload, account)
      }
    }
    if (doc.disabled === true && previousDoc?.disabled !== true) {
      await endSessions(payload, account)
      await endLostRights(payload, account, clock.now(), req)
    }
    if (!actor || asSystem(req)) return doc
    await logAccount(
      payload,
      {
        action: actionOf(operation, doc.disabled === true, previousDoc?.disabled === true),
        kind: 'account',
        account,
        municipality: idOf(doc.homeMunicipality),
        actor: actor.account,
        device: actor.device ?? null,
        reason: operation === 'create' && req.context.comesWithCode === true ? 'password' : null,
        at: clock.now(),
      },
      req,
    )
    return doc
  }

/** In the demo nobody is held up by choosing a password of their own. */
async function isOfDemo({ payload }: PayloadRequest, account: Record<string, unknown>): Promise<boolean> {
  const home = idOf(account.homeMunicipality)
  if (home === null) return false
  const where: Where = { and: [{ id: { equals: home } }, { demo: { equals: true } }] }
  return (await payload.db.count({ collection: 'municipalities', where })).totalDocs > 0
}

function actionOf(operation: string, disabled: boolean, before: boolean): AccountAction {
  if (operation === 'create') return 'make-account'
  if (disabled !== before) return disabled ? 'disable-account' : 'enable-account'
  return 'change-account'
}

/** An account that is deleted takes its memberships with it; what it decided stays in the log, by id. */
const endMemberships: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'memberships', where: { account: { equals: id } }, req })
}

const endLogin =
  ({ clock }: LoginGuard): CollectionAfterDeleteHook =>
  async ({ doc, id, req }) => {
    const account = String(id)
    await deleteCredentials(req.payload, account, req)
    await endSessions(req.payload, account)
    // First what has to be told of.
    await endLostRights(req.payload, account, clock.now(), req)
    await endCodes(req.payload, account)
    await forgetInbox(req.payload, account, req)
    const actor = actorOf(req)
    const municipality = idOf(doc.homeMunicipality)
    // In the transaction of the deletion: a death between the two must not leave one without the other.
    const forgottenAt = req.context.forgottenAt
    if (forgottenAt instanceof Date) {
      const what = { action: 'forget-account', kind: 'account', document: account, municipality } as const
      await logDoing(req.payload, { ...what, by: null, at: forgottenAt }, req)
    }
    if (!actor) return
    await logAccount(
      req.payload,
      {
        action: 'delete-account',
        kind: 'account',
        account,
        municipality,
        actor: actor.account,
        device: actor.device ?? null,
        at: clock.now(),
      },
      req,
    )
  }

export const accountHooks = (guard: LoginGuard): CollectionConfig['hooks'] => ({
  beforeOperation: [checkPassword],
  beforeValidate: [checkUsername, checkAddress, refuseTaken(guard.keys), keepAccountHome, keepOwnAccount],
  beforeChange: [hashGiven(guard), countAnew(guard), sealAddress(guard.keys)],
  afterChange: [follow(guard)],
  beforeDelete: [endMemberships],
  afterDelete: [endLogin(guard)],
})
