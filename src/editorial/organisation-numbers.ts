import type { Payload, PayloadRequest } from 'payload'
import { readOrganisationNumber } from '../organisations/organisation-number.js'
import { DomainError } from '../shared/errors.js'
import { oneAtATime } from './one-at-a-time.js'
import { takeTurn } from './take-turn.js'

/** Whatever gives an organisation its number: of two with the same one, the second must see the first. */
export const numberingOrganisations = <T>(work: () => Promise<T>): Promise<T> =>
  oneAtATime('organisation numbers', work)

/**
 * The number in one spelling, or null where none was given. Refuses one without a right check digit, and one that
 * another organisation of the municipality has that is neither declined nor gone. The caller is within
 * `numberingOrganisations` and, where the database has them, a transaction that also stores the number.
 */
export async function freeOrganisationNumber(
  payload: Payload,
  given: string | null | undefined,
  municipality: { id: string; country: string },
  except: string | null,
  write: PayloadRequest,
): Promise<string | null> {
  if (!given?.trim()) return null
  const read = readOrganisationNumber(given, municipality.country)
  if (!read.valid) throw new DomainError('invalid-input', read.fault.message, { faults: [read.fault] })
  await takeTurn(payload, 'municipalities', municipality.id, write)
  const known = await payload.db.findOne({
    collection: 'organisations',
    where: {
      and: [
        { municipality: { equals: municipality.id } },
        { organisationNumber: { equals: read.number } },
        { life: { not_in: ['declined', 'left'] } },
        ...(except ? [{ id: { not_equals: except } }] : []),
      ],
    },
    req: write,
  })
  if (!known) return read.number
  throw new DomainError(
    'duplicate',
    'An organisation with this number is registered here already. Ask the municipality.',
    { faults: [{ field: 'organisationNumber', code: 'duplicate', message: 'Registered already' }] },
  )
}
