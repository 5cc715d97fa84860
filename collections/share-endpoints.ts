import type { Endpoint, PayloadRequest } from 'payload'
import { listLinks, makeLink, revokeLink } from '../src/editorial/share/links.js'
import { systemClock } from '../src/shared/clock.js'
import { answer, idOf, requireActor } from './endpoints.js'
import { bodyOf, knownBody } from './request-body.js'

/** Links to a preview of what is not published: made, listed and ended by authors and editors. */
export function shareEndpoints(kind: 'event' | 'post'): Endpoint[] {
  const asking = (req: PayloadRequest) => ({
    kind,
    id: idOf(req),
    actor: requireActor(req),
    clock: systemClock,
  })
  return [
    {
      path: '/:id/shares',
      method: 'post',
      handler: async (req) => answer(await makeLink(req.payload, asking(req), await bodyOf(req)), 201),
    },
    {
      path: '/:id/shares',
      method: 'get',
      handler: async (req) => answer(await listLinks(req.payload, asking(req))),
    },
    {
      path: '/:id/shares/:link/revoke',
      method: 'post',
      handler: async (req) => {
        const asked = asking(req)
        await knownBody(req, {})
        return answer(await revokeLink(req.payload, asked, String(req.routeParams?.link ?? '')))
      },
    },
  ]
}
