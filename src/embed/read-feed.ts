import type { z } from 'zod'
import type { feedShapes } from '../feed/shapes/index.js'

/** What the feed promises; a change of it that this script cannot read is an error of types. */
type Shape<K extends keyof typeof feedShapes> = z.infer<(typeof feedShapes)[K]>
export type Town = Shape<'Manifest'>
export type Occurrence = Shape<'Occurrence'>
export interface Page {
  items: Occurrence[]
  next?: string
}

/** Why nothing can be shown; `unreachable` may be better in a moment. */
export type FaultName = 'unreachable' | 'unknown' | 'closed' | 'refused' | 'unnamed'
export class FeedFault extends Error {
  readonly reason: FaultName
  constructor(reason: FaultName) {
    super(reason)
    this.reason = reason
  }
}

const reasons: Record<number, FaultName> = { 404: 'unknown', 410: 'closed', 400: 'refused' }
/** Milliseconds. */
const patience = 15_000

/** Reads one address of the feed. Nothing that the browser knows about its user goes along. Throws a `FeedFault`. */
export async function read<T>(url: string, signal: AbortSignal): Promise<T> {
  const late = new AbortController()
  const stop = () => late.abort()
  const timer = setTimeout(stop, patience)
  signal.addEventListener('abort', stop)
  try {
    const answer = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: late.signal,
    })
    if (answer.ok) return (await answer.json()) as T
    throw new FeedFault(reasons[answer.status] ?? 'unreachable')
  } catch (fault) {
    throw fault instanceof FeedFault ? fault : new FeedFault('unreachable')
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
