import type { Endpoint, PayloadRequest } from 'payload'
import { controllerRecordOf, processorRecordOf } from '../src/editorial/processing-records.js'
import { readParameters } from '../src/moderation/queue-filters.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { auditsIn, isOperator } from '../src/tenancy/membership.js'
import { answer, requireActor } from './endpoints.js'

/** Of whom the account may read the records: auditors and admins of their own municipalities, operators of all. */
function readsRecordsOf(req: PayloadRequest): string[] | 'all' {
  const actor = requireActor(req)
  if (isOperator(actor)) return 'all'
  const own = auditsIn(actor)
  if (own.length === 0)
    throw new DomainError(
      'not-allowed',
      'Only auditors, admins and operators read the records of processing.',
    )
  return own
}

const given = (req: PayloadRequest, known: readonly string[]) =>
  readParameters(new URL(req.url!).searchParams, known)

const asFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}.json"` })

/** Both records of processing (GDPR, article 30), made anew each time from what is stored and set. */
export const processingEndpoints: Endpoint[] = [
  {
    path: '/processing/controller',
    method: 'get',
    handler: async (req) => {
      const reached = readsRecordsOf(req)
      const { municipality = reached === 'all' ? undefined : reached[0] } = given(req, ['municipality'])
      if (!municipality || (reached !== 'all' && !reached.includes(municipality))) throw nothingHere()
      const record = await controllerRecordOf(req.payload, municipality, systemClock.now())
      return answer(record, 200, asFile('torg-record-30-1'))
    },
  },
  {
    path: '/processing/processor',
    method: 'get',
    handler: async (req) => {
      const reached = readsRecordsOf(req)
      given(req, [])
      const record = await processorRecordOf(req.payload, reached, systemClock.now())
      return answer(record, 200, asFile('torg-record-30-2'))
    },
  },
]
