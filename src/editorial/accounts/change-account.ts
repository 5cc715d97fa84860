import type { Payload, PayloadRequest } from 'payload'
import type { Clock } from '../../shared/clock.js'
import { idOf } from '../../shared/reference.js'
import type { Actor } from '../../tenancy/actor.js'
import { createRow } from '../create-document.js'
import { oneAtATime } from '../one-at-a-time.js'
import { tryAgain } from '../together.js'
import { mayComeWithCode } from './care-refusal.js'
import { accountById } from './find-account.js'
import { codeFor, type GivenCode } from './give-code.js'

/**
 * Makes an account, and where no password came with it the one-time code for its first login, shown this once. None where
 * its maker may not give it one: an operator, where the admin of the municipality does.
 */
export async function createAccount(
  made: { payload: Payload; data: Record<string, unknown>; depth: number; req: PayloadRequest; actor: Actor },
  clock: Clock,
): Promise<{ doc: Record<string, unknown>; oneTimeCode?: GivenCode }> {
  const { payload, data, depth, req, actor } = made
  const home = idOf(data.homeMunicipality)
  const comesWithCode = data.password === undefined && (await mayComeWithCode(payload, actor, home))
  if (comesWithCode) req.context.comesWithCode = true
  const doc = await createRow(payload, 'accounts', data, depth, req)
  if (!comesWithCode) return { doc }
  const account = (await accountById(payload, String(doc.id)))!
  return {
    doc,
    oneTimeCode: await codeFor(payload, account, 'password', { actor, withinMaking: true }, clock),
  }
}

/** Saves a change of an account as the request's account, one at a time: Payload writes the merged row back. */
export const changeAccount = (
  payload: Payload,
  id: string,
  data: Record<string, unknown>,
  depth: number,
  req: PayloadRequest,
): Promise<unknown> =>
  oneAtATime(`account ${id}`, () =>
    tryAgain(() =>
      payload.update({
        collection: 'accounts',
        id,
        data: structuredClone(data) as never,
        depth,
        overrideAccess: false,
        req,
      }),
    ),
  )
