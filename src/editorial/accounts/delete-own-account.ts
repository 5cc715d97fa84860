import type { CollectionSlug, Payload } from 'payload'
import { deletionRefusal, type HeldPlace } from '../../accounts/leaving.js'
import { hasSecondFactor } from '../../accounts/second-factor.js'
import { DomainError } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { oneAtATime } from '../one-at-a-time.js'
import { isHeldBack } from '../retention/held-back.js'
import { together, type Write } from '../together.js'
import { logAccount } from './account-log.js'
import { credentialsOf, passwordMark } from './credentials.js'
import type { Login } from './find-account.js'
import { forgetLogin } from './forget-login.js'
import { heldPlaces } from './held-places.js'
import { endRoles } from './leave.js'
import { endCodes } from './one-time-codes.js'
import type { LoginContext } from './login-context.js'
import { requireAccount, requirePassword } from './passwords.js'
import { takeCode, wrongCredentials } from './prove.js'

/** Why it is not deleted now; null where it may be. */
export async function refusalFor(
  payload: Payload,
  account: Login,
  places: readonly HeldPlace[],
  write?: Write,
) {
  const held = await isHeldBack(payload, 'account', account.id, write)
  return deletionRefusal(account.kind, held, places)
}

/**
 * The holder deletes the account: the login and all that hangs on it are gone when this returns. What was written for
 * organisations stays with them, and in the log and the history the account is an id that leads nowhere any more.
 */
export async function deleteOwnAccount(
  context: LoginContext,
  { actor, present, code }: { actor: Actor; present: unknown; code: unknown },
): Promise<void> {
  const { payload, clock } = context
  const account = await requireAccount(context, actor)
  const early = await refusalFor(payload, account, await heldPlaces(payload, account.id, clock.now()))
  if (early) throw early
  const mark = passwordMark(await proven(context, account, { present, code }))
  const { id } = account
  await oneAtATime('memberships', () =>
    // Beside a save of the account, whose row would be written back.
    oneAtATime(`account ${id}`, async () => {
      await together(payload, async (write) => {
        const now = clock.now()
        if (passwordMark(await credentialsOf(payload, id)) !== mark) throw wrongCredentials()
        const places = await heldPlaces(payload, id, now, write)
        const refusal = await refusalFor(payload, account, places, write)
        if (refusal) throw refusal
        await endRoles(payload, id, places, now, write)
        const by = { actor: actor.account, device: actor.device ?? null }
        const about = { account: id, municipality: account.home, reason: 'own' }
        await logAccount(
          payload,
          { ...by, ...about, action: 'delete-account', kind: 'account', at: now },
          write,
        )
      })
      // As the system: nobody may delete the account that they are logged in with by the framework's door.
      await payload.delete({
        collection: 'accounts' as CollectionSlug,
        id,
        overrideAccess: true,
        context: { asSystem: true },
      })
      // Once more, for what was written by whoever logged in, or was told, while it went.
      await forgetLogin(payload, id)
      await endCodes(payload, id)
    }),
  )
}

/** The password again, and a code of a device where there is one: for what a stolen session must not be able to do. */
async function proven(context: LoginContext, account: Login, typed: { present: unknown; code: unknown }) {
  const credentials = await credentialsOf(context.payload, account.id)
  const code = typeof typed.code === 'string' ? typed.code.trim() : ''
  const needsCode = hasSecondFactor(credentials.factor)
  if (needsCode && code === '')
    throw new DomainError('invalid-input', 'Type the code that your device shows, too.', {
      faults: [{ field: 'code', code: 'required', message: 'The code that your device shows' }],
    })
  const held = await requirePassword(context, account, typed.present)
  if (hasSecondFactor(held.factor)) await takeCode(context, account, code)
  return held
}
