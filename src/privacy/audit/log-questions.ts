import { Temporal } from 'temporal-polyfill'
import { DomainError, type FieldFault } from '../../shared/errors.js'

/** What somebody asks the log for; null is everything. */
export interface LogFilters {
  action: string | null
  kind: string | null
  /** Ids of an account, and of what an entry is about. */
  actor: string | null
  document: string | null
  /** Days of the municipality's zone, in which the entries are shown too: `YYYY-MM-DD`, both included. */
  from: string | null
  to: string | null
}

export const logFilterNames = ['action', 'kind', 'actor', 'document', 'from', 'to'] as const

/** A day that there is: 2026-02-30 is none. */
const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)
const isCode = (value: string): boolean => /^[a-z][a-z-]{0,40}$/.test(value)
const isId = (value: string): boolean => /^[0-9a-f-]{24,36}$/.test(value)

const checks: Record<keyof LogFilters, { holds: (value: string) => boolean; message: string }> = {
  action: { holds: isCode, message: 'The code of an action' },
  kind: { holds: isCode, message: 'The code of a kind' },
  actor: { holds: isId, message: 'The id of an account' },
  document: { holds: (value) => isId(value) || isCode(value), message: 'An id' },
  from: { holds: isDay, message: 'A day such as 2026-11-30' },
  to: { holds: isDay, message: 'A day such as 2026-11-30' },
}

/** The filters in the parameters of an address. Throws `bad-parameter` with every parameter that cannot be used. */
export function readLogFilters(given: Partial<Record<string, string>>): LogFilters {
  const faults = logFilterNames.flatMap((field): FieldFault[] =>
    given[field] === undefined || checks[field].holds(given[field])
      ? []
      : [{ field, code: 'format', message: checks[field].message }],
  )
  if (faults.length > 0)
    throw new DomainError('bad-parameter', 'Some parameters of the address cannot be used.', { faults })
  return Object.fromEntries(
    logFilterNames.map((name) => [name, given[name] ?? null]),
  ) as unknown as LogFilters
}

/** The instant at which a day begins there. */
const beginning = (day: Temporal.PlainDate, zone: string): string =>
  new Date(day.toZonedDateTime(zone).epochMilliseconds).toISOString()

/** The filters as conditions on the entries; the days of `zone` (IANA) count to their end. */
export const logConditions = (
  { from, to, ...same }: LogFilters,
  zone: string,
): Record<string, Record<string, string>>[] => [
  ...Object.entries(same).flatMap(([field, value]) =>
    value === null ? [] : [{ [field]: { equals: value } }],
  ),
  ...(from === null ? [] : [{ at: { greater_than_equal: beginning(Temporal.PlainDate.from(from), zone) } }]),
  ...(to === null
    ? []
    : [{ at: { less_than: beginning(Temporal.PlainDate.from(to).add({ days: 1 }), zone) } }]),
]

/** A place that was noted down, as `<sequence>:<hash>`. */
export function readNoted(text: string | undefined): { sequence: number; hash: string }[] {
  if (text === undefined) return []
  const [, sequence, hash] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text) ?? []
  if (sequence && hash) return [{ sequence: Number(sequence), hash }]
  throw new DomainError('bad-parameter', 'Some parameters of the address cannot be used.', {
    faults: [{ field: 'noted', code: 'format', message: 'As an earlier report said it: number:hash' }],
  })
}
