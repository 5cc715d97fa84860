import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { lengthOf } from '../../privacy/retention/period.js'
import {
  ownPeriodFaults,
  ownPeriodsOf,
  withPeriod,
  type OwnPeriods,
} from '../../privacy/retention/own-periods.js'
import { codeOf, retentionTable, type RetentionCategory } from '../../privacy/retention/retention-table.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError, nothingHere } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { isMunicipalityAdminOf } from '../../tenancy/membership.js'
import { appendEntry, bare } from '../log/append-entry.js'
import { municipalityKey, oneAtATime } from '../one-at-a-time.js'
import { refreshMunicipality } from '../refresh-municipalities.js'
import { municipalitySlug } from '../registers.js'
import { together } from '../together.js'

type Update = Parameters<Payload['db']['updateOne']>[0]

export interface PeriodWanted {
  /** The municipality's id. */
  line: string
  category: unknown
  /** In the unit of the table; null for as long as the table says. */
  length: unknown
}

/**
 * A municipality keeps something for a shorter time than the table says, from the next night on. Only its admin decides
 * so. Logged with the length; what is so already is not written again.
 */
export async function setPeriod(
  payload: Payload,
  { line, category, length }: PeriodWanted,
  actor: Actor,
  clock: Clock,
): Promise<OwnPeriods> {
  if (!isMunicipalityAdminOf(actor, line))
    throw new DomainError(
      'not-allowed',
      'Only the admin of the municipality decides for how long it keeps things.',
    )
  const faults = ownPeriodFaults(category, length)
  if (faults.length > 0) throw new DomainError('invalid-input', 'This cannot be a period.', { faults })
  const known = category as RetentionCategory
  const slug = await municipalitySlug(payload, line)
  return oneAtATime(municipalityKey(slug), () =>
    together(payload, async (write) => {
      const at = { collection: 'municipalities' as const, where: { id: { equals: line } }, req: write }
      const row = await payload.db.findOne<{ id: string; retention?: unknown }>(at)
      if (!row) throw nothingHere()
      const before = ownPeriodsOf(row.retention)
      const own = withPeriod(before, known, length as number | null)
      if (own[known] === before[known]) return own
      await payload.db.updateOne({
        ...at,
        data: { retention: own },
        options: { atomic: true },
      } as unknown as Update)
      await appendEntry(
        payload,
        {
          ...bare,
          key: randomUUID(),
          at: clock.now().toISOString(),
          action: 'set-period',
          kind: 'retention',
          document: line,
          municipality: line,
          actor: actor.account,
          device: actor.device ?? null,
          reason: codeOf(known),
          number: own[known] ?? lengthOf(retentionTable[known].period),
        },
        write,
      )
      await refreshMunicipality(payload, line, clock.now(), write)
      return own
    }),
  )
}
