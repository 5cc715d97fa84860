import { DomainError } from '../shared/errors.js'

/** Where a page of the desk ended: the instant of its last line, and what was shown of that very instant. */
export interface DeskPlace {
  at: string
  shown: string[]
}

const sign = '|'

/** A place as one parameter of an address. It holds no secret: access is asked anew for every page. */
export const writeDeskPlace = ({ at, shown }: DeskPlace): string =>
  Buffer.from([at, ...shown].join(sign)).toString('base64url')

/** A place that `writeDeskPlace` wrote. Throws `bad-parameter` for anything else. */
export function readDeskPlace(cursor: string): DeskPlace {
  const [at = '', ...shown] = Buffer.from(cursor, 'base64url').toString().split(sign)
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
  const usable = instant.test(at) && !Number.isNaN(Date.parse(at)) && shown.length <= 500
  if (usable && shown.every((id) => /^[0-9a-f-]{24,36}$/.test(id))) return { at, shown }
  throw new DomainError('bad-parameter', 'The cursor is not one that was given out. Begin from the start.', {
    faults: [{ field: 'cursor', code: 'format', message: 'Leave it out to begin from the start' }],
  })
}
