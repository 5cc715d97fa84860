import { Temporal } from 'temporal-polyfill'

/** Milliseconds since 1970, as a zone's clocks show them: the wall time read as if it were UTC. */
export type WallMs = number

/** The offsets of a zone within one span of time: `offsets[0]` until `changes[0]`, `offsets[1]` from then on, and so on. */
interface Span {
  changes: number[]
  offsets: number[]
}

/** A little more than a year, so that a span holds two or three clock changes. */
const spanLength = 2 ** 35
const day = 86_400_000
/** Time zones are known by name; a client cannot make up new ones. */
const zones = new Map<string, Map<number, Span>>()

function spanOf(zone: string, position: number): Span {
  const [from, to] = [position * spanLength, (position + 1) * spanLength]
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const span: Span = { changes: [], offsets: [at.offsetNanoseconds / 1e6] }
  while ((at = at.getTimeZoneTransition('next')) && at.epochMilliseconds < to) {
    span.changes.push(at.epochMilliseconds)
    span.offsets.push(at.offsetNanoseconds / 1e6)
  }
  return span
}

/** How far the clocks of a zone are ahead of UTC at an instant, both in milliseconds. Throws `RangeError` for a zone that does not exist. */
export function offsetAt(instant: number, zone: string): number {
  let spans = zones.get(zone)
  if (!spans) {
    spans = new Map()
    spans.set(Math.floor(instant / spanLength), spanOf(zone, Math.floor(instant / spanLength)))
    zones.set(zone, spans)
  }
  const position = Math.floor(instant / spanLength)
  let span = spans.get(position)
  if (!span) spans.set(position, (span = spanOf(zone, position)))
  let passed = 0
  while (passed < span.changes.length && span.changes[passed]! <= instant) passed += 1
  return span.offsets[passed]!
}

export const wallMsAt = (instant: number, zone: string): WallMs => instant + offsetAt(instant, zone)

/**
 * The instant of a wall time. One that a clock change skips is read with the offset before the gap (02:30 becomes
 * 03:30), one that happens twice is the first of the two: RFC 5545, 3.3.5.
 */
export function instantOf(wall: WallMs, zone: string): number {
  const before = offsetAt(wall - day, zone)
  const first = wall - before
  if (offsetAt(first, zone) === before) return first
  const after = offsetAt(wall + day, zone)
  return offsetAt(wall - after, zone) === after ? wall - after : first
}

/** Whether the clocks of a zone skip this wall time. */
export function isSkipped(wall: WallMs, zone: string): boolean {
  return wallMsAt(instantOf(wall, zone), zone) !== wall
}
