import type { Endpoint } from 'payload'
import { readActionInput } from '../src/editorial/action-input.js'
import { actOnPlace, listPlaceActions } from '../src/editorial/place-actions.js'
import { systemClock } from '../src/shared/clock.js'
import { answer, idOf, registerEndpoints, requireActor } from './endpoints.js'
import { bodyOf } from './request-body.js'

/** Places are made and changed like the rest of the registers; taking one down is an action. */
export const placeEndpoints: Endpoint[] = [
  ...registerEndpoints('places'),
  {
    path: '/:id/actions',
    method: 'get',
    handler: async (req) => answer(await listPlaceActions(req.payload, idOf(req), requireActor(req))),
  },
  {
    path: '/:id/actions/:action',
    method: 'post',
    handler: async (req) => {
      const attempt = {
        ...{ id: idOf(req), action: String(req.routeParams?.action ?? ''), actor: requireActor(req) },
        ...{ input: readActionInput(await bodyOf(req)), clock: systemClock },
      }
      return answer(await actOnPlace(req.payload, attempt))
    },
  },
]
