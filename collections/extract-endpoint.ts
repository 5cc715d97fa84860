import type { Endpoint } from 'payload'
import { extractAccount } from '../src/editorial/extract/extract-account.js'
import type { Clock } from '../src/shared/clock.js'
import { answer, requireActor } from './endpoints.js'

/** All that is stored about one's own account, as a file. There is no such door to another's. */
export const extractEndpoint = (clock: Clock): Endpoint => ({
  path: '/extract',
  method: 'get',
  handler: async (req) =>
    answer(await extractAccount(req.payload, requireActor(req).account, clock.now()), 200, {
      'Content-Disposition': 'attachment; filename="torg-extract.json"',
    }),
})
