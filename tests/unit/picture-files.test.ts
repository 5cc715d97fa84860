import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { reEncode } from '../../media/re-encode.js'
import {
  canaries,
  jpegOfManyScans,
  pngChunk,
  pngOfZeros,
  pngWith,
  pressedZeros,
  tellingJpeg,
  tellingPng,
  tellingWebp,
  webpChunks,
} from '../support/picture-files.js'

const plain = (width = 50, height = 50) =>
  sharp({ create: { width, height, channels: 3, background: '#2f6f4f' } })
const noise = (width = 300, height = 300) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })

/** What a refusal says: its code, and that of its fault. */
const refusal = (file: Buffer) =>
  reEncode(file).then(
    () => 'accepted',
    ({ code, faults }: { code: string; faults: { code: string }[] }) => `${code} ${faults[0]?.code}`,
  )

/** Nothing is in what is kept but pixels: VP8 or VP8L, with VP8X and ALPH where there is transparency. */
async function kept(file: Buffer): Promise<Buffer> {
  const { bytes } = await reEncode(file)
  const pieces = webpChunks(bytes).map(([name]) => name)
  expect(pieces.filter((name) => !['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(name))).toEqual([])
  const length = webpChunks(bytes).reduce((sum, [, body]) => sum + 8 + body.length + (body.length & 1), 12)
  expect(bytes.length).toBe(length)
  return bytes
}

describe('files of pictures', () => {
  it.each([
    ['JPEG', tellingJpeg],
    ['PNG', tellingPng],
    ['WebP', tellingWebp],
  ])('leave nothing of who, where and with what behind: %s', async (format, make) => {
    const file = await make()
    // They are there at first, else their absence would prove nothing; a PNG presses some of its words.
    const open = canaries.filter((canary) => file.includes(canary))
    expect(open.length).toBeGreaterThanOrEqual(6)
    const facts = await sharp(file).metadata()
    expect([facts.exif, facts.icc, facts.xmp].map(Boolean), format).toEqual([true, true, true])
    const bytes = await kept(file)
    for (const canary of canaries) expect(bytes.includes(canary), canary).toBe(false)
    expect(bytes.includes('KANARIE')).toBe(false)
  })

  it('keep their colours where a profile or another colour space says what they are', async () => {
    const cmyk = await plain().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer()
    const deep = await plain().toColourspace('rgb16').png().toBuffer()
    expect((await sharp(deep).metadata()).depth).toBe('ushort')
    for (const file of [cmyk, deep]) {
      const { channels } = await sharp(await kept(file)).stats()
      const off = [0x2f, 0x6f, 0x4f].map((value, index) => Math.abs(channels[index]!.mean - value))
      expect(Math.max(...off)).toBeLessThan(25)
    }
  })

  it('that are something else as well are only a picture afterwards', async () => {
    const script = '<script>alert("KANARIE")</script>'
    const archive = Buffer.from(`PK\x03\x04KANARIE.class${'\0'.repeat(40)}PK\x05\x06`, 'latin1')
    const [jpeg, png, webp] = [
      await plain().jpeg().toBuffer(),
      await plain().png().toBuffer(),
      await plain().webp().toBuffer(),
    ]
    const page = pngWith(
      png,
      pngChunk('tEXt', Buffer.from(`x\0${script}`)),
      pngChunk('aaAa', Buffer.from(script)),
    )
    for (const file of [
      ...[Buffer.concat([jpeg, archive]), Buffer.concat([png, archive]), Buffer.concat([webp, archive])],
      ...[page, Buffer.concat([jpeg, Buffer.from(script)])],
    ]) {
      const bytes = await kept(file)
      expect(bytes.includes('KANARIE') || bytes.includes('PK\x03\x04') || bytes.includes('<script')).toBe(
        false,
      )
    }
    // Begins as another kind of file: refused, whatever follows.
    for (const start of [
      'GIF89a',
      '%PDF-1.7\n',
      'PK\x03\x04',
      '<svg xmlns="http://www.w3.org/2000/svg">',
      '\0\0\0\x18ftypheic',
    ])
      expect(await refusal(Buffer.concat([Buffer.from(start, 'latin1'), jpeg]))).toBe(
        'unsupported-media-type not-a-picture',
      )
  })

  it('that say they are what they are not are refused', async () => {
    const gif = await plain().gif().toBuffer()
    expect(await refusal(gif)).toBe('unsupported-media-type not-a-picture')
    expect(await refusal(await plain().avif().toBuffer())).toBe('unsupported-media-type not-a-picture')
    expect(await refusal(await plain().tiff().toBuffer())).toBe('unsupported-media-type not-a-picture')
    // The first bytes of one format before the body of another.
    expect(await refusal(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), gif]))).toBe('invalid-input damaged')
    expect(await refusal(Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), gif]))).toBe('invalid-input damaged')
  })

  it('that end too early are refused, wherever they were cut', async () => {
    for (const whole of [
      await noise().jpeg().toBuffer(),
      await noise().png().toBuffer(),
      await noise().webp().toBuffer(),
    ]) {
      expect(await refusal(whole)).toBe('accepted')
      for (const part of [0.99, 0.7, 0.3, 0.01])
        expect(await refusal(whole.subarray(0, Math.max(16, whole.length * part)))).toBe(
          'invalid-input damaged',
        )
    }
  })

  it('that unfold to too much are refused, or read without what is too much', async () => {
    expect(await refusal(pngOfZeros(8000, 8000))).toBe('too-large too-many-pixels')
    const png = await plain().png().toBuffer()
    const words = (type: string) =>
      pngChunk(type, Buffer.concat([Buffer.from('x\0\0'), pressedZeros(200_000_000)]))
    for (const type of ['zTXt', 'iCCP']) await kept(pngWith(png, words(type)))
    expect(await refusal(await jpegOfManyScans(3_000))).toBe('invalid-input damaged')
    // An animation is read to its first picture.
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 40, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(3)
    const { dominant } = await sharp(await kept(moving)).stats()
    expect([dominant.r > 200, dominant.g < 60]).toEqual([true, true])
  })

  it('of any shape find room', async () => {
    const shape = async (width: number, height: number) => {
      const { bytes, ...size } = await reEncode(await plain(width, height).png().toBuffer())
      const { width: w, height: h } = await sharp(bytes).metadata()
      expect([w, h]).toEqual([size.width, size.height])
      return [w, h]
    }
    expect(await shape(3200, 10)).toEqual([1600, 5])
    expect(await shape(10, 20_000)).toEqual([3, 6400])
    expect(await shape(10, 6400)).toEqual([10, 6400])
  })

  it('are read one after the other, so that many large ones do not fill the memory', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      'tests/support/read-picture.ts',
    ])
    // In megabytes, three times 49 million pixels. One takes about 320, three at once take about 700.
    expect(Number(stdout)).toBeGreaterThan(0)
    expect(Number(stdout)).toBeLessThan(480)
  })

  it('are turned away while too many wait', async () => {
    const file = await plain().jpeg().toBuffer()
    const all = await Promise.all(Array.from({ length: 25 }, () => refusal(file)))
    expect(all.filter((each) => each === 'accepted')).toHaveLength(20)
    expect(all.filter((each) => each === 'unavailable undefined')).toHaveLength(5)
    expect(await refusal(file)).toBe('accepted')
  })
})
