import { JWTAuthentication, type AuthStrategyFunction } from 'payload'
import { standingOf } from '../../src/accounts/standing.js'

/**
 * Payload's own check of the token and session, with the account's standing put beside it. A disabled account is
 * nobody: its sessions are ended when it is disabled, and rules ask `actorOf`, which knows too.
 */
export const withMemberships: AuthStrategyFunction = async (request) => {
  const result = await JWTAuthentication(request)
  if (!result.user) return result
  const user = result.user as unknown as Record<string, unknown>
  Object.assign(user, await standingOf(request.payload, String(user.id)))
  return result
}
