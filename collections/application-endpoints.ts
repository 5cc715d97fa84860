import type { Endpoint, PayloadRequest } from 'payload'
import { ApplicationThrottle, followLimits } from '../src/accounts/application-throttle.js'
import { firstLogin, followApplication } from '../src/editorial/follow-application.js'
import { systemClock } from '../src/shared/clock.js'
import { answer, networksOf } from './endpoints.js'
import { bodyOf } from './request-body.js'

const followed = new ApplicationThrottle(systemClock, followLimits)
const asking = (req: PayloadRequest) => ({
  clock: systemClock,
  throttle: followed,
  networks: networksOf(req),
})

/** For applicants, who have no account: by the reference in the body, never in the address. */
export const applicationEndpoints: Endpoint[] = [
  {
    path: '/application',
    method: 'post',
    handler: async (req) => answer(await followApplication(req.payload, await bodyOf(req), asking(req))),
  },
  {
    path: '/application/login',
    method: 'post',
    handler: async (req) => answer(await firstLogin(req.payload, await bodyOf(req), asking(req)), 201),
  },
]
