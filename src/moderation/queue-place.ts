import { DomainError } from '../shared/errors.js'

/** The parts of the queue, one after the other: what starts soon, the rest by age, confirmations. */
export const queueParts = ['soon', 'rest', 'confirmations'] as const
export type QueuePart = (typeof queueParts)[number]

/** Where a page of the queue ended: the part, the key of its last line, and up to where "soon" reached then. */
export interface QueuePlace {
  part: QueuePart
  after: string
  soon: string
}

const sign = '|'

/** A place as one parameter of an address. It holds no secret: access is asked anew for every page. */
export const writePlace = ({ part, after, soon }: QueuePlace): string =>
  Buffer.from([part, soon, after].join(sign)).toString('base64url')

/** A place that `writePlace` wrote. Throws `bad-parameter` for anything else. */
export function readPlace(cursor: string): QueuePlace {
  const [part = '', soon = '', after = '', ...rest] = Buffer.from(cursor, 'base64url').toString().split(sign)
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/
  if (!isPart(part) || rest.length > 0 || !instant.test(soon) || (after !== '' && !instant.test(after))) {
    throw new DomainError(
      'bad-parameter',
      'The cursor is not one that was given out. Begin from the start.',
      {
        faults: [{ field: 'cursor', code: 'format', message: 'Leave it out to begin from the start' }],
      },
    )
  }
  return { part, after, soon }
}

const isPart = (name: string): name is QueuePart => (queueParts as readonly string[]).includes(name)
