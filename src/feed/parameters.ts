import { isDay } from '../calendar/zoned-time.js'
import { DomainError, type FieldFault } from '../shared/errors.js'

/** A query parameter of the feed: how it is read, and how the documentation describes it. */
interface Parameter<T> {
  description: string
  /** How it is written in an address, where that is not plain. */
  inAddress?: string
  schema: Record<string, unknown>
  /** Lists may be given with commas and more than once; everything else once. */
  list?: true
  /** The value, or undefined where it is not one. */
  read(text: string): T | undefined
  expects: string
  /** A value that the documentation shows and the tests ask with. */
  example?: string
}
const parameter = <T>(one: Parameter<T>): Parameter<T> => one

const words = (text: string): string[] | undefined => {
  const list = text.split(',').map((one) => one.trim())
  return list.length <= 50 && list.every((one) => /^[\p{L}\p{N}_.:-]{1,100}$/u.test(one)) ? list : undefined
}
const choice =
  (values: readonly string[]) =>
  (text: string): string[] | undefined => {
    const list = text.split(',')
    return list.every((one) => values.includes(one)) ? list : undefined
  }
const whole =
  (low: number, high: number) =>
  (text: string): number | undefined =>
    /^\d{1,15}$/.test(text) && Number(text) >= low && Number(text) <= high ? Number(text) : undefined
const decimal = (text: string, most: number): number =>
  /^-?\d{1,3}(\.\d{1,12})?$/.test(text) && Math.abs(Number(text)) <= most ? Number(text) : NaN

const codes = (description: string, example?: string): Parameter<string[]> => ({
  description: `${description} Any of them.`,
  inAddress: 'Several with commas.',
  ...(example && { example }),
  schema: { type: 'array', items: { type: 'string' } },
  list: true,
  read: words,
  expects: 'one or more codes or ids, with commas between them',
})
const instant = (description: string, example: string): Parameter<string> => ({
  description: `${description} A date, or a time with its offset.`,
  inAddress: 'A plus sign is written %2B.',
  example,
  schema: { type: 'string' },
  read: (text) =>
    isDay(text) ||
    (/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/i.test(text) &&
      isDay(text.slice(0, 10)) &&
      !Number.isNaN(Date.parse(text)))
      ? text
      : undefined,
  expects: 'a date (2026-12-01) or a time with offset (2026-12-01T18:00:00Z, the plus sign written %2B)',
})
const pageSize = (most: number, usual: number): Parameter<number> => ({
  description: `How many at most, ${usual} unless told.`,
  example: '10',
  schema: { type: 'integer', minimum: 1, maximum: most, default: usual },
  read: whole(1, most),
  expects: `a whole number from 1 to ${most}`,
})
const number = (description: string, high: number, example?: string): Parameter<number> => ({
  description,
  ...(example && { example }),
  schema: { type: 'integer', minimum: 0, maximum: high },
  read: whole(0, high),
  expects: `a whole number from 0 to ${high}`,
})
const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
const postTypes = ['news', 'notice', 'question', 'offer', 'dialogue'] as const
const attendances = ['in-person', 'online', 'mixed'] as const

export const parameters = {
  from: instant(
    'Only what ends after this; start of today in the zone of the municipality unless told.',
    '2026-12-01',
  ),
  to: instant('Only what starts before this; a date includes that day.', '2030-12-31T23:59:59Z'),
  category: codes('Codes of categories.', 'sport,music'),
  'not-category': codes('Codes of categories that are left out.', 'markets'),
  organisation: codes('Ids of organisations, as organiser or co-organiser.'),
  place: codes('Ids of places.'),
  area: codes('Codes of areas; what is for everyone is included.', 'north'),
  audience: codes('Codes of audiences; what is for everyone is included.', 'children,seniors'),
  umbrella: codes('Ids of events that others are part of, such as the days of a festival.'),
  accessibility: {
    ...codes('', 'step-free'),
    description: 'Codes of accessibility facts. All of them.',
  },
  bbox: parameter({
    description: 'west,south,east,north in degrees.',
    example: '10.5,58.5,18.5,60.5',
    schema: { type: 'string' },
    read(text) {
      const [west, south, east, north, ...more] = text
        .split(',')
        .map((one, at) => decimal(one, at % 2 ? 90 : 180))
      if (more.length > 0 || north === undefined || south! > north || west! > east!) return undefined
      return [west, south, east, north].some(Number.isNaN)
        ? undefined
        : { west: west!, south: south!, east: east!, north }
    },
    expects: 'west,south,east,north in degrees',
  }),
  near: parameter({
    description: 'latitude,longitude in degrees. Never logged or counted.',
    example: '59.1,17.2',
    schema: { type: 'string' },
    read(text) {
      const [latitude, longitude, ...more] = text.split(',').map((one, at) => decimal(one, at ? 180 : 90))
      if (more.length > 0 || longitude === undefined || Number.isNaN(latitude) || Number.isNaN(longitude))
        return undefined
      return { latitude: latitude!, longitude }
    },
    expects: 'latitude,longitude in degrees',
  }),
  within: parameter({
    description: 'Kilometres from `near`; 5 unless told.',
    schema: { type: 'number', minimum: 0, maximum: 500, default: 5 },
    read: (text) => (decimal(text, 500) >= 0 ? decimal(text, 500) : undefined),
    expects: 'kilometres from 0 to 500',
  }),
  weekday: parameter({
    description: 'Days of the week on which it starts.',
    inAddress: 'Several with commas.',
    example: 'sa,su',
    schema: { type: 'array', items: { enum: weekdays } },
    list: true,
    read: (text) => choice(weekdays)(text.toLowerCase()),
    expects: 'days such as mo,sa,su',
  }),
  free: parameter({
    description: 'Whether it costs nothing. What says nothing about its price is neither.',
    example: 'true',
    schema: { type: 'boolean' },
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
    expects: 'true or false',
  }),
  age: number('For somebody of this age; what names no age is included.', 120, '8'),
  attendance: parameter({
    description: 'How to take part; mixed is found as in-person and as online too.',
    inAddress: 'Several with commas.',
    example: 'in-person',
    schema: { type: 'array', items: { enum: attendances } },
    list: true,
    read: choice(attendances),
    expects: 'in-person, online or mixed',
  }),
  q: parameter({
    description: 'Words that all occur in the text. Never logged or counted.',
    example: 'öppen',
    schema: { type: 'string', minLength: 1, maxLength: 100 },
    read: (text) => (text.trim() && text.length <= 100 ? text.trim() : undefined),
    expects: '1 to 100 characters',
  }),
  collapse: parameter({
    description: '`series` shows only the first occurrence of each event.',
    example: 'series',
    schema: { enum: ['series'] },
    read: (text) => (text === 'series' ? text : undefined),
    expects: 'series',
  }),
  type: parameter({
    description: 'Types of posts.',
    inAddress: 'Several with commas.',
    example: 'news,notice',
    schema: { type: 'array', items: { enum: postTypes } },
    list: true,
    read: choice(postTypes),
    expects: postTypes.join(', '),
  }),
  lang: parameter({
    description:
      'The language preferred; the best that an item has is used, and named in `language`. Hides nothing.',
    example: 'en',
    schema: { type: 'string' },
    read: (text) => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? text.toLowerCase() : undefined),
    expects: 'a language such as sv, nb or en',
  }),
  limit: pageSize(100, 50),
  'changes-limit': pageSize(1_000, 500),
  cursor: parameter({
    description: 'Where to go on, taken from `next`.',
    schema: { type: 'string' },
    read(text) {
      if (!/^[A-Za-z0-9_-]{1,400}$/.test(text)) return undefined
      const parts = Buffer.from(text, 'base64url').toString('utf8').split('\n')
      return parts.length === 3 && /^-?\d{1,16}$/.test(parts[0]!)
        ? { at: Number(parts[0]), id: parts[1]!, name: parts[2]! }
        : undefined
    },
    expects: 'the cursor of an answer, unchanged',
  }),
  after: number('The change number read last; 0 reads everything.', Number.MAX_SAFE_INTEGER, '0'),
  head: number('Kept by `next` from the start of a full read.', Number.MAX_SAFE_INTEGER),
} as const

export type ParameterName = keyof typeof parameters
type Value<N extends ParameterName> = NonNullable<ReturnType<(typeof parameters)[N]['read']>>
export type Query = { [N in ParameterName]?: Value<N> }

/** The name in the address; `limit` is one name with two sizes. */
export const publicName = (name: ParameterName): string => (name === 'changes-limit' ? 'limit' : name)

/** What a parameter of an address means, in words. */
export function meaningOf(name: ParameterName): string {
  const { description, inAddress } = parameters[name] as Parameter<unknown>
  return inAddress ? `${description} ${inAddress}` : description
}

export function cursorOf(at: number, id: string, name: string): string {
  return Buffer.from(`${at}\n${id}\n${name}`).toString('base64url')
}

/** Reads the parameters that a door knows. Unknown, repeated and malformed ones are refused, all at once and by name. */
export function readQuery(search: URLSearchParams, allowed: readonly ParameterName[]): Query {
  const faults: FieldFault[] = []
  const query: Record<string, unknown> = {}
  for (const field of new Set(search.keys())) {
    const name = allowed.find((one) => publicName(one) === field)
    // Only a name that could be one is repeated in the answer.
    const shown = /^[\w-]{1,40}$/.test(field) ? field : '?'
    if (!name) {
      faults.push({ field: shown, code: 'unknown-parameter', message: `This address has no such parameter.` })
      continue
    }
    const { list, read, expects } = parameters[name] as Parameter<unknown>
    const given = search.getAll(field)
    const value = given.length > 1 && !list ? undefined : read(given.join(','))
    if (value === undefined)
      faults.push({ field, code: 'bad-parameter', message: `Give ${expects}${list ? '' : ', once'}.` })
    else query[name] = value
  }
  if ('within' in query && !('near' in query))
    faults.push({ field: 'within', code: 'bad-parameter', message: 'Give `near` with it.' })
  if (faults.length > 0) {
    const code = faults.every((fault) => fault.code === 'unknown-parameter')
      ? 'unknown-parameter'
      : 'bad-parameter'
    throw new DomainError(code, 'Correct the parameters of the address that are named in `errors`.', {
      faults,
    })
  }
  return query as Query
}
