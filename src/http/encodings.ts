import { promisify } from 'node:util'
import zlib, { constants } from 'node:zlib'

export type Encoding = 'br' | 'zstd' | 'gzip' | 'identity'
type Compress = (body: Buffer) => Promise<Buffer>

/** Above this the last few per cent of size cost more time than they are worth; in bytes. */
const large = 128 * 1024

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
// Node has it from 22.15 on; the types that we build with are those of the oldest Node that runs Torg.
const { zstdCompress } = zlib as unknown as {
  zstdCompress?: (body: Buffer, done: (error: Error | null, bytes: Buffer) => void) => void
}

/**
 * How bodies are packed, away from the thread that answers. One body is packed in one way only, so that the same
 * address gives the same bytes in every process.
 */
export const compress: Partial<Record<Encoding, Compress>> = {
  br: (body) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: body.length > large ? 3 : 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  ...(zstdCompress && { zstd: promisify(zstdCompress) as Compress }),
  gzip: (body) => gzip(body, { level: body.length > large ? 3 : 6 }),
}

/** What we have, the best first. */
const offered = (['br', 'zstd', 'gzip'] as const).filter((name) => compress[name])

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
