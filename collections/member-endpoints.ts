import type { Endpoint, PayloadRequest } from 'payload'
import { inviteMember } from '../src/editorial/members/invite-member.js'
import { readCircle } from '../src/editorial/members/read-circle.js'
import { takeMemberAction } from '../src/editorial/members/take-member-action.js'
import { systemClock } from '../src/shared/clock.js'
import { nothingHere } from '../src/shared/errors.js'
import { answer, idOf, isDocumentId, requireActor } from './endpoints.js'
import { bodyOf } from './request-body.js'

const part = (req: PayloadRequest, name: string): string => String(req.routeParams?.[name] ?? '')

/** The logins of an organisation: who has one, and everything that is done with them. */
export const memberEndpoints: Endpoint[] = [
  {
    path: '/:id/members',
    method: 'get',
    handler: async (req) =>
      answer(await readCircle(req.payload, idOf(req), requireActor(req), systemClock.now())),
  },
  {
    path: '/:id/members',
    method: 'post',
    handler: async (req) => {
      const actor = requireActor(req)
      const invitation = { organisation: idOf(req), actor, body: await bodyOf(req) }
      return answer(await inviteMember(req.payload, invitation, systemClock), 201)
    },
  },
  {
    path: '/:id/members/:account/actions/:action',
    method: 'post',
    handler: async (req) => {
      const actor = requireActor(req)
      const account = part(req, 'account')
      if (!isDocumentId(account)) throw nothingHere()
      const attempt = {
        organisation: idOf(req),
        account,
        action: part(req, 'action'),
        body: await bodyOf(req),
        actor,
        session: String((req.user as { _sid?: unknown } | null)?._sid ?? ''),
      }
      return answer(await takeMemberAction(req.payload, attempt, systemClock))
    },
  },
]
