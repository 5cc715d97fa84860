import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** An answer as bytes, compressed at most once for each encoding. */
export interface ReadyAnswer {
  type: string
  bytes(encoding: Encoding): Promise<Buffer>
  /** Strong, and its own for each encoding (RFC 9110, 8.8.3.3). */
  etag(encoding: Encoding): string
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const compress = {
  br: (body: Buffer) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => zip(body, { level: 6 }),
} as const

export function readyAnswer(type: string, text: string | Buffer): ReadyAnswer {
  const body = Buffer.from(text)
  const digest = createHash('sha256').update(type).update(body).digest('base64url').slice(0, 22)
  const made: Partial<Record<Encoding, Promise<Buffer>>> = { identity: Promise.resolve(body) }
  return {
    type,
    bytes: (encoding) => (made[encoding] ??= compress[encoding as 'br' | 'gzip'](body)),
    etag: (encoding) => `"${digest}${encoding === 'identity' ? '' : `-${encoding}`}"`,
  }
}

interface Kept {
  answer: ReadyAnswer
  /** Of the index that it was made from. */
  version: string
  /** When the clock alone makes it untrue, in milliseconds. */
  until: number
  size: number
}

/** Answers that are still true, by address; the longest unused go first. */
export function createReadyAnswers(most = { answers: 1_000, bytes: 64 * 1024 * 1024 }) {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const drop = (address: string): void => {
    bytes -= kept.get(address)?.size ?? 0
    kept.delete(address)
  }
  return {
    find(address: string, version: string, now: number): ReadyAnswer | undefined {
      const one = kept.get(address)
      if (!one) return undefined
      if (one.version !== version || one.until <= now) return void drop(address)
      kept.delete(address)
      kept.set(address, one)
      return one.answer
    },
    keep(address: string, version: string, until: number, size: number, answer: ReadyAnswer): void {
      drop(address)
      // Twice: the compressed forms are kept beside it.
      kept.set(address, { answer, version, until, size: size * 2 })
      bytes += size * 2
      for (const oldest of kept.keys()) {
        if (kept.size <= most.answers && bytes <= most.bytes) break
        drop(oldest)
      }
    },
    size: () => ({ answers: kept.size, bytes }),
  }
}

/** The best encoding that a client accepts: br, then gzip, then none (RFC 9110, 12.5.3). */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const weights = new Map<string, number>()
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...rest] = part.split(';').map((one) => one.trim())
    const weight = rest.find((one) => one.startsWith('q='))?.slice(2) ?? '1'
    if (name) weights.set(name, Number(weight) || 0)
  }
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0
  const best = Math.max(weightOf('br'), weightOf('gzip'))
  if (best <= 0 || (weights.get('identity') ?? 0) > best) return 'identity'
  return weightOf('br') === best ? 'br' : 'gzip'
}

/** Whether a conditional request already has this answer (RFC 9110, 13.1.2: compared weakly). */
export function alreadyHas(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}
