import type { Payload } from 'payload'
import { leavingRefusal, type HeldPlace } from '../../accounts/leaving.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError, nothingHere } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { circleOf } from '../members/circle.js'
import { tellWhoStays } from '../members/tell-who-stays.js'
import { oneAtATime } from '../one-at-a-time.js'
import { takeTurn } from '../take-turn.js'
import { together, type Write } from '../together.js'
import { logAccount } from './account-log.js'
import { endLostRights } from './end-lost-rights.js'
import { heldPlaces } from './held-places.js'
import { endSessions } from './sessions.js'

/**
 * Ends the roles of an account in some places, in the turn of each: of two last admins who go at the same moment, in
 * whichever processes, one finds that the other has gone. Those who stay in an organisation are told.
 */
export async function endRoles(
  payload: Payload,
  account: string,
  places: readonly HeldPlace[],
  now: Date,
  write: Write,
): Promise<void> {
  const organisations = new Set(places.flatMap(({ organisation }) => organisation ?? []))
  const municipalities = new Set(places.flatMap(({ municipality }) => municipality ?? []))
  for (const id of municipalities) await takeTurn(payload, 'municipalities', id, write)
  for (const id of organisations) {
    await takeTurn(payload, 'organisations', id, write)
    const circle = await circleOf(payload, id, now, write)
    if (circle) await tellWhoStays(payload, circle, account, now, write)
  }
  for (const { membership } of places)
    await payload.db.deleteMany({
      collection: 'memberships',
      where: { id: { equals: membership } },
      req: write,
    })
}

/**
 * The holder leaves a municipality: every role there ends, those in its organisations too, and the account stays. What it
 * wrote stays with the organisations. All of its logins end, as whenever somebody may do something else from now on.
 */
export async function leaveMunicipality(
  payload: Payload,
  { actor, municipality }: { actor: Actor; municipality: string },
  clock: Clock,
): Promise<{ ended: number }> {
  if (actor.kind === 'machine')
    throw new DomainError('not-allowed', 'The admin of its municipality ends the role of a machine.')
  const now = clock.now()
  const ended = await oneAtATime('memberships', () =>
    together(payload, async (write) => {
      const held = await heldPlaces(payload, actor.account, now, write)
      const places = held.filter((place) => place.municipality === municipality)
      if (places.length === 0) throw nothingHere()
      const refusal = leavingRefusal(places)
      if (refusal) throw refusal
      await endRoles(payload, actor.account, places, now, write)
      for (const { role, organisation } of places)
        await logAccount(
          payload,
          {
            action: 'end-role',
            kind: 'membership',
            account: actor.account,
            municipality,
            organisation,
            actor: actor.account,
            device: actor.device ?? null,
            reason: role,
            at: now,
          },
          write,
        )
      return places.length
    }),
  )
  await endSessions(payload, actor.account)
  await endLostRights(payload, actor.account, now)
  return { ended }
}
