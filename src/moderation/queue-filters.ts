import { DomainError, type FieldFault } from '../shared/errors.js'
import { type QueueReason, queueReasons } from './queue.js'

/** Where a waiting document belongs: one of the two surfaces, or the register of organisations. */
export const queueSurfaces = ['calendar', 'community', 'organisations'] as const
export type QueueSurface = (typeof queueSurfaces)[number]

/** What an editor narrows the queue down to; everything null or false is the whole queue. */
export interface QueueFilters {
  surface: QueueSurface | null
  reason: QueueReason | null
  /** Document ids. */
  organisation: string | null
  category: string | null
  language: string | null
  /** Only what a finding marks. */
  flagged: boolean
  /** Only what this account has claimed. */
  mine: boolean
  /** Only what starts within so many days; what has begun already included. */
  within: number | null
}

export const noFilters: QueueFilters = {
  surface: null,
  reason: null,
  organisation: null,
  category: null,
  language: null,
  flagged: false,
  mine: false,
  within: null,
}

/** Days that can be chosen for "starts within". */
export const withinChoices = [3, 7, 14, 30] as const

const isId = (value: string) => /^[0-9a-f-]{24,36}$/.test(value)
const oneOf =
  (choices: readonly string[]) =>
  (value: string): boolean =>
    choices.includes(value)

const checks: Record<keyof QueueFilters, { holds: (value: string) => boolean; message: string }> = {
  surface: { holds: oneOf(queueSurfaces), message: `One of ${queueSurfaces.join(', ')}` },
  reason: { holds: oneOf(queueReasons), message: `One of ${queueReasons.join(', ')}` },
  organisation: { holds: isId, message: 'The id of an organisation' },
  category: { holds: isId, message: 'The id of a category' },
  language: { holds: (value) => /^[a-z]{2,3}$/.test(value), message: 'A language code such as sv' },
  flagged: { holds: oneOf(['1']), message: '1, or left out' },
  mine: { holds: oneOf(['1']), message: '1, or left out' },
  within: {
    holds: (value) => /^([1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5])$/.test(value),
    message: 'Days, 1 to 365',
  },
}

/** Parameters of the address, each at most once; what is empty counts as left out. */
export function readParameters(
  query: URLSearchParams,
  known: readonly string[],
): Partial<Record<string, string>> {
  const names = [...new Set(query.keys())]
  refuse(
    names.flatMap((name): FieldFault[] =>
      !known.includes(name)
        ? [{ field: name, code: 'unknown', message: 'There is no such parameter' }]
        : query.getAll(name).length > 1
          ? [{ field: name, code: 'format', message: 'Give this once' }]
          : [],
    ),
  )
  return Object.fromEntries([...query].filter(([, value]) => value !== ''))
}

function refuse(faults: FieldFault[]): void {
  if (faults.length === 0) return
  const unknown = faults.every(({ code }) => code === 'unknown')
  throw new DomainError(
    unknown ? 'unknown-parameter' : 'bad-parameter',
    'Some parameters of the address cannot be used.',
    { faults },
  )
}

export const filterNames = Object.keys(checks) as (keyof QueueFilters)[]

/** The filters in the parameters of an address. Throws `bad-parameter` with every parameter that cannot be used. */
export function readFilters(given: Partial<Record<string, string>>): QueueFilters {
  refuse(
    filterNames.flatMap((name) =>
      given[name] === undefined || checks[name].holds(given[name])
        ? []
        : [{ field: name, code: 'format', message: checks[name].message }],
    ),
  )
  return {
    surface: (given.surface as QueueSurface | undefined) ?? null,
    reason: (given.reason as QueueReason | undefined) ?? null,
    organisation: given.organisation ?? null,
    category: given.category ?? null,
    language: given.language ?? null,
    flagged: given.flagged === '1',
    mine: given.mine === '1',
    within: given.within === undefined ? null : Number(given.within),
  }
}

/** The same filters as parameters, for an address; what is not set is left out. */
export function filterParameters(filters: QueueFilters): Record<string, string> {
  return Object.fromEntries(
    filterNames.flatMap((name): [string, string][] => {
      const value = filters[name]
      if (value === null || value === false) return []
      return [[name, value === true ? '1' : String(value)]]
    }),
  )
}
