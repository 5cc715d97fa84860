import type {
  CollectionBeforeDeleteHook,
  CollectionAfterOperationHook,
  CollectionAfterReadHook,
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
} from 'payload'
import { actorOf, standingOf } from '../src/accounts/standing.js'
import { maySetPassword, passwordFault } from '../src/accounts/passwords.js'
import { usernameFault } from '../src/accounts/usernames.js'
import { homeOfAccount } from '../src/tenancy/home.js'
import { DomainError } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'

/** Refuses weak passwords before they are hashed. */
const checkPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!['create', 'update', 'updateByID', 'resetPassword'].includes(operation)) return args
  const data = (args as { data?: Record<string, unknown> }).data ?? {}
  if (operation !== 'create' && data.password === undefined) return args
  if (req.context.asSystem === true && data.password === undefined) return args
  const fault = passwordFault(data.password, typeof data.username === 'string' ? data.username : null)
  if (fault) throw new DomainError('invalid-input', 'The password cannot be used.', { faults: [fault] })
  return args
}

/** A username is checked when it is given or changed; an account that has none yet cannot be made. */
const checkUsername: CollectionBeforeValidateHook = ({ data, operation, originalDoc }) => {
  if (!data || (operation === 'update' && !('username' in data))) return data
  if (operation === 'update' && data.username === originalDoc?.username) return data
  const fault = usernameFault(data.username)
  if (fault) throw new DomainError('invalid-input', 'The username cannot be used.', { faults: [fault] })
  return data
}

/** The home municipality is set once: that of the admin who makes the account; an operator names one. */
const keepAccountHome: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  const actor = actorOf(req)
  if (operation === 'update')
    return { ...data, homeMunicipality: originalDoc?.homeMunicipality, kind: originalDoc?.kind }
  if (!actor || req.context.asSystem === true) return data
  return { ...data, homeMunicipality: homeOfAccount(actor, idOf(data.homeMunicipality)) }
}

/** Only the home municipality's admin sets or resets another's password; everyone sets their own. */
const onlyOwnPassword: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!data || operation !== 'update' || data.password === undefined) return data
  const actor = actorOf(req)
  if (!actor || req.context.asSystem === true) return data
  const holder = { id: String(originalDoc?.id), home: idOf(originalDoc?.homeMunicipality) }
  if (maySetPassword(actor, holder)) return data
  throw new DomainError('not-allowed', 'Only the admin of its home municipality resets this account.')
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

/** A name or address that another account has, by the field that holds it. */
const refuseTaken: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  for (const field of ['username', 'email'] as const) {
    const wanted: unknown = data?.[field]
    if (typeof wanted !== 'string' || wanted === '' || wanted === originalDoc?.[field]) continue
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection: 'accounts',
      where: { [field]: { equals: wanted.toLowerCase() } },
      limit: 2,
      pagination: false,
      req,
    })
    if (docs.every(({ id }) => String(id) === String(originalDoc?.id))) continue
    // Whose account it is stays unsaid.
    throw new DomainError('duplicate', 'This cannot be used for an account here.', {
      faults: [{ field, code: 'duplicate', message: 'Choose another' }],
    })
  }
  return data
}

/** Ends every session of an account that is disabled. */
const endSessions: CollectionBeforeValidateHook = ({ data, originalDoc }) =>
  data?.disabled === true && originalDoc?.disabled !== true ? { ...data, sessions: [] } : data

/**
 * A disabled account gets the same answer as a wrong password: nobody learns that it exists. Another process may have
 * disabled it, or changed its password, while this one worked out the old one: refused here, what the login has written
 * is rolled back.
 */
const refuseDisabled: CollectionBeforeLoginHook = async ({ req, user }) => {
  const { id, hash } = user as { id: string; hash?: string }
  // Without `req`: what is committed, not what this login has written.
  const now = await req.payload.db.findOne<{ id: string; disabled?: boolean; hash?: string }>({
    collection: 'accounts',
    where: { id: { equals: id } },
  })
  const changed = hash !== undefined && now?.hash !== hash
  if (!now || now.disabled === true || user?.disabled === true || changed) {
    throw new DomainError('not-logged-in', req.t('error:emailOrPasswordIncorrect' as never))
  }
  return user
}

/** What a client is told of the account that logged in: no session, no address, no time. */
const tellAccount: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation !== 'login') return result
  const login = result as unknown as { user: Record<string, unknown> & { id: unknown } }
  const { id, username, kind, roleTitle, language } = login.user
  const { memberships } = await standingOf(req.payload, String(id))
  const account = {
    id,
    username,
    kind,
    roleTitle: roleTitle ?? null,
    language,
    memberships,
    collection: 'accounts',
  }
  return { ...login, user: account, account } as never
}

/** An account that is deleted takes its memberships with it; what it decided stays in the log, by id. */
const endMemberships: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'memberships', where: { account: { equals: id } }, req })
}

/** Sessions are their holder's to see and nobody else's. Reading an account to log it in has no account yet. */
const hideSessions: CollectionAfterReadHook = ({ doc, req }) => {
  if (!req.user || String(req.user.id) === String(doc.id)) return doc
  const { sessions: _sessions, ...rest } = doc as Record<string, unknown>
  return rest
}

export const accountHooks: CollectionConfig['hooks'] = {
  beforeOperation: [checkPassword],
  beforeValidate: [checkUsername, refuseTaken, keepAccountHome, onlyOwnPassword, keepOwnAccount, endSessions],
  beforeDelete: [endMemberships],
  beforeLogin: [refuseDisabled],
  afterRead: [hideSessions],
  afterOperation: [tellAccount],
}
