import net from 'node:net'

/** What is asked over and over. */
export interface Asked {
  port: number
  /** Paths with their queries, in turn. */
  addresses: readonly string[]
  headers: Record<string, string>
  status: number
}

export interface Load {
  answers: number
  /** Answers with another status than the wanted one. */
  wrong: number
  seconds: number
  perSecond: number
  /** Milliseconds within which half, and 99 of 100, of the answers were complete. */
  p50: number
  p99: number
  /** Mean length of an answer with its head, in bytes. */
  bytes: number
}

const blank = Buffer.from('\r\n\r\n')

/** Length of one whole answer at the beginning of these bytes, and its status; null while its head is not all there. */
export function answerLength(bytes: Buffer): { length: number; status: number } | null {
  const end = bytes.indexOf(blank)
  if (end === -1) return null
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const at = head.search(/\r\ncontent-length: /i)
  const body = status === 304 || status === 204 ? 0 : at < 0 ? NaN : parseInt(head.slice(at + 18), 10)
  if (Number.isNaN(body)) throw new Error('The bench reads answers with a Content-Length only')
  return { length: end + blank.length + body, status }
}

export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export interface Effort {
  connections: number
  /** Whole seconds. */
  seconds: number
}

/**
 * Asks on kept connections, one question at a time on each. Plain sockets, so that the asking costs
 * as little as it can: it shares the machine with what it measures. What is measured is therefore the processor time of
 * the server too, which does not depend on how fast it is asked.
 */
export async function load(
  { port, addresses, headers, status }: Asked,
  { connections, seconds: asked }: Effort,
): Promise<Load> {
  const rest = ['Host: 127.0.0.1', ...Object.entries(headers).map((one) => one.join(': ')), '', ''].join(
    '\r\n',
  )
  const times: number[] = []
  let next = 0
  let wrong = 0
  let bytes = 0
  const began = performance.now()
  const until = began + asked * 1_000
  const one = (): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
      let head: Buffer | null = null
      /** Bytes of the answer that are still to come; 0 before its head was read. */
      let missing = 0
      let askedAt = 0
      const ask = (): void => {
        askedAt = performance.now()
        const address = addresses[next++ % addresses.length]!
        socket.write(`GET ${address} HTTP/1.1\r\n${rest}`, 'latin1')
      }
      const read = (chunk: Buffer): void => {
        bytes += chunk.length
        if (missing > 0) missing -= chunk.length
        else {
          const whole: Buffer = head ? Buffer.concat([head, chunk]) : chunk
          const answer = answerLength(whole)
          head = answer ? null : whole
          if (!answer) return
          if (answer.status !== status) wrong += 1
          missing = answer.length - whole.length
        }
        if (missing > 0) return
        missing = 0
        const now = performance.now()
        times.push(now - askedAt)
        if (now < until) ask()
        else socket.destroy()
      }
      socket.on('connect', ask)
      socket.on('error', reject)
      socket.on('close', () => resolve())
      socket.on('data', read)
    })
  await Promise.all(Array.from({ length: connections }, one))
  return summary(times, { wrong, bytes, seconds: (performance.now() - began) / 1000 })
}

function summary(
  times: number[],
  { wrong, bytes, seconds }: Pick<Load, 'wrong' | 'bytes' | 'seconds'>,
): Load {
  const sorted = Float64Array.from(times).sort()
  return {
    answers: times.length,
    wrong,
    seconds,
    perSecond: times.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    bytes: bytes / Math.max(1, times.length),
  }
}
