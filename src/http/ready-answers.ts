import { createHash } from 'node:crypto'
import { allEncodings, pack, type Encoding } from './encodings.js'
import { createSharedWork } from './shared-work.js'

/** Together 60 seconds: no cache shows what was taken down for longer than a minute. */
export const shortly = 'public, max-age=30, stale-while-revalidate=30'

/** Everything that is sent, as Node writes it: names and values of headers in turn, and the bytes. */
export interface Sendable {
  headers: readonly string[]
  bytes: Buffer
  /** The same bytes, one to a character (latin1), of a small body: Node writes these in one piece with the headers. */
  text?: string
}
/** Of a larger body the copying would cost more than a second piece. */
const inOnePiece = 4 * 1024

/** An answer as bytes, packed at most once for each encoding. */
export interface ReadyAnswer {
  type: string
  /** In bytes, unpacked. */
  length: number
  /** Strong, and its own for each encoding (RFC 9110, 8.8.3.3). */
  etag(encoding: Encoding): string
  /** The headers of a 304. */
  unchanged(encoding: Encoding): readonly string[]
  /** What is sent; a promise where a large body is packed first. */
  send(encoding: Encoding): Sendable | Promise<Sendable>
  /** The encodings in which it is at hand. */
  packed(): Encoding[]
  /** Whether its bytes, unpacked, are these. */
  says(bytes: Buffer): boolean
}

/** Anyone may read from any page; nothing that a browser knows about its user is asked for or set. */
export const openHeaders = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag',
  'X-Content-Type-Options',
  'nosniff',
  'Vary',
  'Accept-Encoding',
] as const

/** `more`: further headers, names and values in turn. */
export function readyAnswer(type: string, text: string | Buffer, more: readonly string[] = []): ReadyAnswer {
  const body = Buffer.isBuffer(text) ? text : Buffer.from(text)
  const digest = createHash('sha256').update(type).update(body).digest('base64url').slice(0, 22)
  const heads: Partial<Record<Encoding, readonly string[]>> = {}
  const made: Partial<Record<Encoding, Sendable>> = {}
  const etags = Object.fromEntries(
    allEncodings.map((encoding) => [encoding, `"${digest}${encoding === 'identity' ? '' : `-${encoding}`}"`]),
  ) as Record<Encoding, string>
  const etag = (encoding: Encoding): string => etags[encoding]
  const unchanged = (encoding: Encoding): readonly string[] =>
    (heads[encoding] ??= [...openHeaders, 'ETag', etag(encoding), 'Cache-Control', shortly, ...more])

  function sendable(encoding: Encoding, bytes: Buffer): Sendable {
    const headers = [...unchanged(encoding), 'Content-Type', type, 'Content-Length', String(bytes.length)]
    if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
    const text = bytes.length <= inOnePiece ? bytes.toString('latin1') : undefined
    return (made[encoding] = { headers, bytes, text })
  }

  const shared = createSharedWork<Encoding, Sendable>()

  function send(encoding: Encoding): Sendable | Promise<Sendable> {
    const before = made[encoding]
    if (before) return before
    return shared(encoding, () => {
      const packed = pack(encoding, body)
      return Buffer.isBuffer(packed)
        ? sendable(encoding, packed)
        : packed.then((bytes) => sendable(encoding, bytes))
    })
  }

  return {
    type,
    length: body.length,
    etag,
    unchanged,
    send,
    packed: () => Object.keys(made) as Encoding[],
    says: (bytes) => body.equals(bytes),
  }
}
