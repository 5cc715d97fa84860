import type { Endpoint } from 'payload'
import { ApplicationThrottle, extractLimits } from '../src/accounts/application-throttle.js'
import { tooMany } from '../src/accounts/hashing-queue.js'
import { extractAccount } from '../src/editorial/extract/extract-account.js'
import type { Clock } from '../src/shared/clock.js'
import { answer, requireActor } from './endpoints.js'

/**
 * All that is stored about one's own account, as a file. There is no such door to another's. It reads through everything,
 * so an account that asks again and again waits.
 */
export const extractEndpoint = (clock: Clock): Endpoint => {
  const throttle = new ApplicationThrottle(clock, extractLimits)
  return {
    path: '/extract',
    method: 'get',
    handler: async (req) => {
      const holder = requireActor(req)
      const admitted = throttle.admit([holder.account])
      if ('retryAfter' in admitted) throw tooMany(admitted.retryAfter)
      return answer(await extractAccount(req.payload, holder, clock.now()), 200, {
        'Content-Disposition': 'attachment; filename="torg-extract.json"',
      })
    },
  }
}
