const second = 1000
const hour = 3_600_000
const first = 5 * second
const longest = 12 * hour
const growth = 3

/** After so many attempts a message waits for somebody to send it again by hand. */
export const mostAttempts = 18
/** A webhook through which nothing went for so long is switched off: sooner than any message is given up. */
export const longFailure = 72 * hour

/**
 * How long to wait after a failure, in milliseconds: 5 seconds after the first and three times as long after each
 * further one, at most 12 hours. Up to a quarter is taken off by chance (`chance`: 0 to 1), so that receivers that came
 * back are not met by all senders in the same moment.
 */
export const waitAfter = (failures: number, chance: number): number =>
  Math.round(Math.min(longest, first * growth ** (Math.max(1, failures) - 1)) * (1 - chance / 4))

/**
 * What a receiver asked for with `Retry-After` (RFC 9110, 10.2.3: seconds or a date), in milliseconds; 0 where it asked
 * for nothing that can be read. Never more than the longest wait of ours: nobody stops a webhook for good that way.
 */
export function askedToWait(header: string | undefined, now: Date): number {
  const text = header?.trim() ?? ''
  if (/^\d{1,10}$/.test(text)) return Math.min(longest, Number(text) * second)
  // What Date.parse would take for a year is none of the dates of HTTP.
  const at = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? 0 : Math.min(longest, Math.max(0, at - now.getTime()))
}
