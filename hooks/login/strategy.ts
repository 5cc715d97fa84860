import { JWTAuthentication, type AuthStrategyFunction } from 'payload'
import { standingOf } from '../../src/accounts/standing.js'

/**
 * Payload's own check of the token and session, with the account's standing put beside it. A disabled account is
 * nobody from the next request on, also at doors of the framework that ask for no more than a login.
 */
export const withMemberships: AuthStrategyFunction = async (request) => {
  const result = await JWTAuthentication(request)
  if (!result.user) return result
  const user = result.user as unknown as Record<string, unknown>
  if (user.disabled === true) return { user: null }
  Object.assign(user, await standingOf(request.payload, String(user.id)))
  return result
}
