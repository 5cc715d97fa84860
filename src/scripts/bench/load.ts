import net from 'node:net'

export interface Load {
  perSecond: number
  /** Milliseconds within which 99 of 100 answers were complete. */
  p99: number
  answers: number
  /** Answers with another status than the wanted one. */
  wrong: number
}

const blank = Buffer.from('\r\n\r\n')

/** Length of one whole answer at the beginning of these bytes; null while it is not all there. */
export function answerLength(bytes: Buffer): { length: number; status: number } | null {
  const end = bytes.indexOf(blank)
  if (end === -1) return null
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const body = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN)
  if (Number.isNaN(body)) throw new Error('The bench reads answers with a Content-Length only')
  const length = end + blank.length + body
  return bytes.length >= length ? { length, status } : null
}

export const percentile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/**
 * Asks for the same thing over and over on kept connections, one question at a time on each, for `milliseconds`. Plain
 * sockets, so that the asking costs as little as it can: it shares the machine with what it measures.
 */
export async function load(
  { port, request, status }: { port: number; request: string; status: number },
  { connections, milliseconds }: { connections: number; milliseconds: number },
): Promise<Load> {
  const question = Buffer.from(request, 'latin1')
  const times: number[] = []
  let wrong = 0
  const began = performance.now()
  const until = began + milliseconds
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
      let bytes: Buffer = Buffer.alloc(0)
      let asked = 0
      const ask = () => {
        asked = performance.now()
        socket.write(question)
      }
      socket.on('connect', ask)
      socket.on('error', reject)
      socket.on('close', () => resolve())
      socket.on('data', (chunk) => {
        bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
        const answer = answerLength(bytes)
        if (!answer) return
        bytes = bytes.subarray(answer.length)
        const now = performance.now()
        times.push(now - asked)
        if (answer.status !== status) wrong += 1
        if (now < until) ask()
        else socket.destroy()
      })
    })
  await Promise.all(Array.from({ length: connections }, one))
  const seconds = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / seconds, p99: percentile(times, 0.99), answers: times.length, wrong }
}
