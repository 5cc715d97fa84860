import { promisify } from 'node:util'
import zlib, { constants, type BrotliOptions, type ZlibOptions } from 'node:zlib'

export const allEncodings = ['br', 'zstd', 'gzip', 'identity'] as const
export type Encoding = (typeof allEncodings)[number]

/**
 * A body of so many bytes is packed on another thread. A smaller one takes a third of a millisecond, and handing it
 * over would take longer.
 */
const large = 96 * 1024

// Node has zstd from 22.15 on; the types that we build with are those of the oldest Node that runs Torg.
const { zstdCompress, zstdCompressSync } = zlib as unknown as {
  zstdCompress?: (body: Buffer, done: (error: Error | null, bytes: Buffer) => void) => void
  zstdCompressSync?: (body: Buffer) => Buffer
}

/** The last few per cent of size would take several times as long. */
const brotliOptions = ({ length }: Buffer): BrotliOptions => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: length > large ? 3 : 4,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
    // Room for this body and no more: by default 4 MB are taken and cleared for each.
    [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 16)))),
  },
})
const gzipOptions = ({ length }: Buffer): ZlibOptions => ({ level: length > large ? 3 : 6 })

const brotli = promisify<Buffer, BrotliOptions, Buffer>(zlib.brotliCompress)
const gzip = promisify<Buffer, ZlibOptions, Buffer>(zlib.gzip)
const zstd = zstdCompress && promisify(zstdCompress)

const ways: Partial<Record<Encoding, { now(body: Buffer): Buffer; later(body: Buffer): Promise<Buffer> }>> = {
  br: {
    now: (body) => zlib.brotliCompressSync(body, brotliOptions(body)),
    later: (body) => brotli(body, brotliOptions(body)),
  },
  ...(zstd && zstdCompressSync && { zstd: { now: zstdCompressSync, later: zstd } }),
  gzip: {
    now: (body) => zlib.gzipSync(body, gzipOptions(body)),
    later: (body) => gzip(body, gzipOptions(body)),
  },
}

/** A packed body. One body is packed in one way only, so that the same address gives the same bytes in every process. */
export function pack(encoding: Encoding, body: Buffer): Buffer | Promise<Buffer> {
  const way = ways[encoding]
  if (!way) return body
  return body.length > large ? way.later(body) : way.now(body)
}

/** What we have, the best first. */
const offered = (['br', 'zstd', 'gzip'] as const).filter((name) => ways[name])

/** The best encoding that a client accepts; of those that it likes equally, the one that packs best (RFC 9110, 12.5.3). */
function bestEncoding(accepted: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...rest] = part.split(';').map((one) => one.trim())
    const weight = rest.find((one) => one.startsWith('q='))?.slice(2) ?? '1'
    if (name) weights.set(name, Number(weight) || 0)
  }
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0
  const best = Math.max(...offered.map(weightOf))
  if (best <= 0 || (weights.get('identity') ?? 0) > best) return 'identity'
  return offered.find((name) => weightOf(name) === best)!
}

/** Headers as all browsers send them, with what they mean. Anything else may say who somebody is and is read anew. */
const usual = /^(?:(?:br|gzip|deflate|zstd|compress|identity|\*)(?:;q=(?:0(?:\.\d)?|1(?:\.0)?))?(?:, ?|$))+$/
const known = new Map<string, Encoding>()

export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const before = known.get(accepted)
  if (before) return before
  const best = bestEncoding(accepted)
  if (known.size < 200 && accepted.length <= 60 && usual.test(accepted)) known.set(accepted, best)
  return best
}

/** Whether a conditional request already has this answer (RFC 9110, 13.1.2: compared weakly). */
export function alreadyHas(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch === etag) return true
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}
