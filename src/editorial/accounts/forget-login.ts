import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { forgetInbox } from '../notices/readings.js'
import { deleteCredentials } from './credentials.js'
import { endCodes } from './one-time-codes.js'
import { endSessions } from './sessions.js'

/**
 * Deletes all that hangs on an account and is nobody else's: password, devices, logins, codes, inbox, e-mail that waits,
 * settings of the screen. May be done again.
 */
export async function forgetLogin(payload: Payload, account: string, req?: PayloadRequest): Promise<void> {
  await deleteCredentials(payload, account, req)
  await endSessions(payload, account)
  await endCodes(payload, account)
  await forgetInbox(payload, account, req)
  await payload.db.deleteMany({
    collection: 'payload-preferences' as CollectionSlug,
    where: { 'user.value': { equals: account } },
    req,
  })
}
