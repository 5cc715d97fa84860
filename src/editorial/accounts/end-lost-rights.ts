import type { Payload, PayloadRequest } from 'payload'
import { writeNotice } from '../notices/tell.js'
import { endLostLinks } from '../share/share-records.js'
import { endCode } from './one-time-codes.js'
import { lostCodes, type Given } from './still-given.js'

/**
 * What an account gave or made and may not any more ends with the right to it: codes for roles and logins, offers of an
 * organisation, links to previews; and what it was given ends where nobody may give it any more to what the account is
 * now. To be called when it has come to or lost a role, and when it was disabled or deleted.
 */
export async function endLostRights(
  payload: Payload,
  account: string,
  now: Date,
  req?: PayloadRequest,
): Promise<void> {
  for (const code of await lostCodes(payload, account, req)) {
    // Both in no transaction, the notice first: whatever is tried again or undone, none ends without a word. Should what
    // took the right be undone, a code has ended too much, and another is given.
    if (code.purpose === 'hand-over') await tellOfOffer(payload, code, account, now)
    await endCode(payload, code.id)
  }
  await endLostLinks(payload, account, req)
}

/** Nobody waits for an offer any more: told to whichever of giver and taker is not the account by which it ended. */
async function tellOfOffer(
  payload: Payload,
  { id, account: taker, givenBy, municipality, grant }: Given & { id: string },
  but: string,
  now: Date,
): Promise<void> {
  const { organisation } = grant as { organisation: string }
  const row = await payload.db.findOne<{ id: string; name?: string | null }>({
    collection: 'organisations',
    where: { id: { equals: organisation } },
  })
  const said = {
    at: now.toISOString(),
    action: 'end-hand-over',
    kind: 'organisation',
    document: organisation,
  }
  const to = { told: 'the-account', account: givenBy === but ? taker : givenBy } as const
  await writeNotice(payload, `end-hand-over ${id}`, to, { ...said, municipality, title: row?.name ?? null })
}
