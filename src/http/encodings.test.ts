import zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { alreadyHas, chooseEncoding, pack } from './encodings.js'

const hasZstd = 'zstdCompress' in zlib
const preferred = hasZstd ? 'zstd' : 'gzip'

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, *', preferred],
    ['*;q=0', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['zstd, gzip;q=0.9', preferred],
    ['deflate, compress, x-gzip', 'identity'],
    ['br;q=nonsense', 'identity'],
    [';;,,q=1', 'identity'],
    ['br'.repeat(10_000), 'identity'],
    [`${'gzip, '.repeat(2_000)}br`, 'br'],
  ])('for %j is %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding)
    // Asked again, as browsers do: what was found out before is the same.
    expect(chooseEncoding(accepted)).toBe(encoding)
  })

  it.each([10, 50_000, 300_000])(
    'packs %d bytes so that they can be unpacked, the same each time',
    async (size) => {
      const body = Buffer.from(
        Array.from({ length: size }, (_, at) => String.fromCharCode(97 + (at % 23))).join(''),
      )
      expect(zlib.brotliDecompressSync(await pack('br', body)).equals(body)).toBe(true)
      expect(zlib.gunzipSync(await pack('gzip', body)).equals(body)).toBe(true)
      expect((await pack('br', body)).equals(await pack('br', body))).toBe(true)
      expect(await pack('identity', body)).toBe(body)
    },
  )

  it('is known by its own tag', () => {
    expect(alreadyHas('"a"', '"a"')).toBe(true)
    expect(alreadyHas('"b", W/"a"', '"a"')).toBe(true)
    expect(alreadyHas('*', '"a"')).toBe(true)
    expect(alreadyHas('"a-br"', '"a"')).toBe(false)
    expect(alreadyHas('a', '"a"')).toBe(false)
    expect(alreadyHas('', '"a"')).toBe(false)
  })
})
