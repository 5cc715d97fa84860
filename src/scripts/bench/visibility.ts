import type { ChildProcess } from 'node:child_process'
import http from 'node:http'
import { slugOf } from './catalogue.js'
import { percentile } from './load.js'
import type { WriteOrder, Written } from './writer-process.js'

const city = slugOf(0)

/** Milliseconds. */
export interface Delay {
  /** Half of the decisions took so long to be written. */
  writing: number
  p50: number
  p99: number
  longest: number
  decisions: number
}

/** Orders changes from the writer for as long as `work` takes, and gives what it wrote. */
export async function whileWriting<T>(
  writer: ChildProcess,
  order: Omit<WriteOrder, 'municipality'>,
  work: (written: Written[]) => Promise<T>,
): Promise<{ result: T; written: Written[] }> {
  const written: Written[] = []
  const hear = (message: Written): void => void written.push(message)
  writer.on('message', hear)
  writer.send({ municipality: city, ...order } satisfies WriteOrder)
  const result = await work(written)
  writer.send('stop')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  writer.off('message', hear)
  return { result, written }
}

interface Changes {
  items: { id: string; modified: number }[]
  next: string
}

/** A change of one item as a process showed it; `at` in milliseconds since 1970. */
export interface Seen {
  id: string
  number: number
  at: number
}

/** Follows the changes of one feed process, each in the order in which it came. */
export function watch(port: number, after: number): { seen: Seen[]; stop(): void } {
  const seen: Seen[] = []
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  let last = after
  let stopped = false
  const look = (): void => {
    if (stopped) return
    const path = `/feed/v1/${city}/changes?after=${last}&limit=1000`
    http
      .get({ port, host: '127.0.0.1', path, agent }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const at = Date.now()
          const page = JSON.parse(Buffer.concat(chunks).toString()) as Changes
          for (const { id, modified } of page.items) seen.push({ id, number: modified, at })
          last = page.items.at(-1)?.modified ?? last
          setTimeout(look, 5)
        })
      })
      .on('error', () => setTimeout(look, 5))
  }
  look()
  return {
    seen,
    stop() {
      stopped = true
      agent.destroy()
    },
  }
}

/**
 * From when each decision was written, and said to be, until a process showed it. An item that changed again before
 * anyone looked has only its later number: that one counts for both. A decision that was never shown is an endless delay.
 */
export function delaysOf(written: Written[], seen: readonly Seen[]): Delay {
  const ofItem = new Map<string, Seen[]>()
  for (const one of seen) ofItem.set(one.id, [...(ofItem.get(one.id) ?? []), one])
  const delays = written.map((one) => {
    const shown = ofItem.get(one.id)?.find(({ number }) => number >= one.number)
    return shown === undefined ? Infinity : Math.max(0, shown.at - one.written)
  })
  const sorted = Float64Array.from(delays).sort()
  return {
    writing: percentile(Float64Array.from(written.map((one) => one.written - one.began)).sort(), 0.5),
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    longest: sorted.at(-1) ?? NaN,
    decisions: delays.length,
  }
}
