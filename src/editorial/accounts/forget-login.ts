import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { forgetInbox } from '../notices/readings.js'
import { deleteCredentials } from './credentials.js'
import { endSessions } from './sessions.js'

/**
 * Deletes all that hangs on an account and is nobody else's: password, devices, logins, inbox, e-mail that waits,
 * settings of the screen. Codes are not: who is concerned by one is told before it ends. May be done again.
 */
export async function forgetLogin(payload: Payload, account: string, req?: PayloadRequest): Promise<void> {
  await deleteCredentials(payload, account, req)
  await endSessions(payload, account)
  await forgetInbox(payload, account, req)
  await payload.db.deleteMany({
    collection: 'payload-preferences' as CollectionSlug,
    where: { 'user.value': { equals: account } },
    req,
  })
}
