import { extractJWT, type AuthStrategyFunction, type Payload } from 'payload'
import { dayOf } from '../../src/accounts/second-factor.js'
import { standingOf } from '../../src/accounts/standing.js'
import { sessionOf } from '../../src/editorial/accounts/sessions.js'
import type { Clock } from '../../src/shared/clock.js'

/**
 * The account of a session, with its standing put beside it. A disabled account is nobody from the next request on, and
 * so is one that must have shown a second factor and has not, whichever way its session began.
 */
export const withStanding =
  (clock: Clock): AuthStrategyFunction =>
  async ({ headers, payload, req }) => {
    const now = clock.now()
    const session = await sessionOf(payload, extractJWT({ headers, payload }), 'session', now)
    if (!session) return { user: null }
    const account = await payload
      .findByID({
        collection: 'accounts',
        id: session.account,
        depth: 0,
        overrideAccess: true,
        showHiddenFields: true,
        disableErrors: true,
        ...(req ? { req } : {}),
      })
      .then((row) => row as unknown as (Record<string, unknown> & { id: string }) | null)
    if (!account || account.disabled === true) return { user: null }
    const standing = await standingOf(payload, account)
    if (standing.mustHaveFactor && session.device === null) return { user: null }
    await keepLastActive(payload, account, dayOf(now))
    const { emailTrace: _trace, activeFrom: _from, lastActive: _last, ...shown } = account
    const own = { collection: 'accounts', _strategy: 'torg', _sid: session.id, device: session.device }
    return { user: { ...shown, ...standing, ...own } as never }
  }

/** When an account was last used, as a day: one write a day. */
async function keepLastActive(
  payload: Payload,
  account: Record<string, unknown>,
  today: string,
): Promise<void> {
  if (account.lastActive === today) return
  await payload.db.updateOne({
    collection: 'accounts',
    where: { id: { equals: account.id as string } },
    data: { lastActive: today },
    options: { atomic: true },
    returning: false,
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
}
