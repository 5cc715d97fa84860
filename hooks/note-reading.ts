import type { CollectionAfterOperationHook, CollectionConfig } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { noteReading, type Reading } from '../src/editorial/log/note-reading.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError } from '../src/shared/errors.js'
import { idOf } from '../src/shared/reference.js'
import { readsLogIn } from '../src/tenancy/membership.js'
import { askedFromOutside } from './asked-from-outside.js'

const readings: Partial<Record<string, Reading>> = {
  find: 'list',
  findByID: 'one',
  count: 'count',
  findDistinct: 'list',
}

/**
 * Notes each reading of the log over the collection's own doors: one entry in each municipality whose log was read. What
 * the workbench shows of one document's decisions is no reading of the log: it comes through doors of its own.
 */
const note: CollectionAfterOperationHook = async ({ args, operation, req, result }) => {
  const actor = actorOf(req)
  const reading = readings[operation]
  if (!reading || !actor || !askedFromOutside(req, args as object) || req.context.readingNoted === true)
    return result
  req.context.readingNoted = true
  const one = reading === 'one' ? idOf((result as { municipality?: unknown } | null)?.municipality) : null
  for (const line of one ? [one] : readsLogIn(actor))
    await noteReading(req.payload, { actor, line, reading, at: systemClock.now() })
  return result
}

/** Whoever asks for it, the system included: entries are added, and neither changed nor taken away. */
const never = (): never => {
  throw new DomainError('not-allowed', 'Entries of the log are never changed.')
}

export const logHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeChange: [
    ({ data, operation }) => (operation === 'create' ? (data as Record<string, unknown>) : never()),
  ],
  beforeDelete: [never],
  afterOperation: [note],
}
