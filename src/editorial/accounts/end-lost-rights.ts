import type { Payload, PayloadRequest } from 'payload'
import { writeNotice } from '../notices/tell.js'
import { endLostLinks } from '../share/share-records.js'
import { endLostCodes, type Given } from './still-given.js'

/**
 * What an account gave or made and may not any more ends with the right to it: codes for roles and logins, offers of an
 * organisation, links to previews. To be called when a role has ended or changed, or the account was disabled.
 */
export async function endLostRights(
  payload: Payload,
  account: string,
  now: Date,
  req?: PayloadRequest,
): Promise<void> {
  for (const code of await endLostCodes(payload, account, req))
    if (code.purpose === 'hand-over') await tellOfOffer(payload, code, now, req)
  await endLostLinks(payload, account, req)
}

/** Whoever was offered an organisation waits for nothing any more. */
async function tellOfOffer(
  payload: Payload,
  { id, account, municipality, grant }: Given & { id: string },
  now: Date,
  req?: PayloadRequest,
): Promise<void> {
  const { organisation } = grant as { organisation: string }
  const row = await payload.db.findOne<{ id: string; name?: string | null }>({
    collection: 'organisations',
    where: { id: { equals: organisation } },
    req,
  })
  const said = {
    at: now.toISOString(),
    action: 'end-hand-over',
    kind: 'organisation',
    document: organisation,
  }
  const to = { told: 'the-account', account } as const
  await writeNotice(
    payload,
    `end-hand-over ${id}`,
    to,
    { ...said, municipality, title: row?.name ?? null },
    req,
  )
}
