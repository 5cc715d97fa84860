import type { Payload, PayloadRequest } from 'payload'
import { endLostLinks } from '../share/share-records.js'
import { endLostCodes } from './still-given.js'

/**
 * What an account gave or made and may not any more ends with the right to it: codes for roles and logins, offers of an
 * organisation, links to previews. To be called when a role has ended or changed, or the account was disabled.
 */
export async function endLostRights(payload: Payload, account: string, req?: PayloadRequest): Promise<void> {
  await endLostCodes(payload, account, req)
  await endLostLinks(payload, account, req)
}
