import zlib from 'node:zlib'
import sharp from 'sharp'

/** Words that cameras and programs leave in a file; each must be gone from whatever is stored. */
export const canaries = [
  'KANARIEEXIF',
  'KANARIEGPS',
  'KANARIEMINIATYR',
  'KANARIEXMP',
  'KANARIEIPTC',
  'KANARIEKOMMENTAR',
  'KANARIEICC',
] as const

const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="KANARIEXMP"/></rdf:RDF></x:xmpmeta>'

const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])
const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })

/** A JPEG segment (marker, length, body). */
const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])
const comment = (words: string) => segment(0xfe, Buffer.from(words))

/** Photoshop's resource block with one IPTC record (2:80, by-line) that names somebody. */
function iptc(): Buffer {
  const text = Buffer.from('KANARIEIPTC')
  const record = Buffer.concat([Buffer.from([0x1c, 2, 80]), u16(text.length), text])
  const padded = record.length % 2 ? Buffer.concat([record, Buffer.from([0])]) : record
  const block = [Buffer.from('Photoshop 3.0\x008BIM'), u16(0x0404), u16(0), u32(record.length), padded]
  return segment(0xed, Buffer.concat(block))
}

/** An Exif block (TIFF, most significant byte first): who took it, a place in words, and a small copy of the picture. */
async function exif(): Promise<Buffer> {
  const jpeg = await plain(16, 16, '#00ff00').jpeg().toBuffer()
  const small = Buffer.concat([jpeg.subarray(0, 2), comment('KANARIEMINIATYR'), jpeg.subarray(2)])
  const artist = Buffer.from('KANARIEEXIF\0')
  const area = Buffer.from('ASCII\0\0\0KANARIEGPS')
  const entry = (tag: number, type: number, count: number, value: number) =>
    Buffer.concat([u16(tag), u16(type), u32(count), u32(value)])
  // Directories of 2, 1 and 3 entries, one after the other; what does not fit into an entry follows them.
  const size = (entries: number) => 2 + entries * 12 + 4
  const gps = 8 + size(2)
  const thumbnail = gps + size(1)
  const data = thumbnail + size(3)
  return Buffer.concat([
    ...[Buffer.from('MM'), u16(42), u32(8)],
    ...[u16(2), entry(0x013b, 2, artist.length, data), entry(0x8825, 4, 1, gps), u32(thumbnail)],
    ...[u16(1), entry(0x001c, 7, area.length, data + artist.length), u32(0)],
    ...[u16(3), entry(0x0103, 3, 1, 6 << 16), entry(0x0201, 4, 1, data + artist.length + area.length)],
    ...[entry(0x0202, 4, 1, small.length), u32(0), artist, area, small],
  ])
}

/** A colour profile with words behind its tags, where a description may lie; its size grows with them. */
async function profile(): Promise<Buffer> {
  const { icc } = await sharp(await plain(4, 4, '#fff').withIccProfile('p3').png().toBuffer()).metadata()
  const body = Buffer.concat([icc!, Buffer.from('KANARIEICC  ')])
  body.writeUInt32BE(body.length, 0)
  return body
}

/** 600 × 400, red left, blue right. */
async function halves() {
  const left = await plain(300, 400, '#ff0000').png().toBuffer()
  return plain(600, 400, '#0000ff').composite([{ input: left, left: 0, top: 0 }])
}

/** A photograph lying on its side (orientation 6), with everything in it that cameras and programs leave. */
export async function tellingJpeg(): Promise<Buffer> {
  const jpeg = await (
    await halves()
  )
    .withExif({ IFD0: { Copyright: 'KANARIEEXIF' }, IFD3: { GPSLatitude: '59/1 19/1 0/1' } })
    .withXmp(xmp)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const icc = Buffer.concat([Buffer.from('ICC_PROFILE\0'), Buffer.from([1, 1]), await profile()])
  const second = Buffer.concat([Buffer.from('Exif\0\0'), await exif()])
  const added = [iptc(), comment('KANARIEKOMMENTAR'), segment(0xe2, icc)]
  // The block made by hand comes last, so that the orientation of the first one counts.
  const end = jpeg.indexOf(Buffer.from([0xff, 0xdb]))
  return Buffer.concat([
    ...[jpeg.subarray(0, 2), ...added, jpeg.subarray(2, end)],
    ...[segment(0xe1, second), jpeg.subarray(end)],
  ])
}

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A chunk of a PNG: length, type, body, checksum. */
export function pngChunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  return Buffer.concat([u32(body.length), typed, u32(crc32(typed))])
}

/** The checksum of PNG, Annex D. `node:zlib` has it from Node 22 on. */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}

/** A PNG with chunks put between its header and its pixels. */
export const pngWith = (png: Buffer, ...chunks: Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])

/** Every way in which a PNG holds words. */
export async function tellingPng(): Promise<Buffer> {
  const text = (key: string, words: string) => Buffer.from(`${key}\0${words}`, 'latin1')
  const pressed = (words: string | Buffer) => zlib.deflateSync(words)
  return pngWith(
    await (await halves()).png().toBuffer(),
    pngChunk('iCCP', Buffer.concat([Buffer.from('KANARIEICC\0\0'), pressed(await profile())])),
    pngChunk('tEXt', text('Author', 'KANARIEKOMMENTAR')),
    pngChunk('zTXt', Buffer.concat([Buffer.from('KANARIEIPTC\0\0'), pressed('KANARIEKOMMENTAR')])),
    pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    pngChunk('eXIf', await exif()),
    pngChunk('prVt', Buffer.from('KANARIEGPS')),
  )
}

/** The pieces of a WebP: name and body (RIFF; sizes are little-endian, bodies padded to even length). */
export function webpChunks(file: Buffer): [name: string, body: Buffer][] {
  const chunks: [string, Buffer][] = []
  for (let at = 12; at + 8 <= file.length;) {
    const length = file.readUInt32LE(at + 4)
    chunks.push([file.toString('latin1', at, at + 4), file.subarray(at + 8, at + 8 + length)])
    at += 8 + length + (length & 1)
  }
  return chunks
}

function riff(chunks: [string, Buffer][]): Buffer {
  const little = (value: number) => u32(value).reverse()
  const parts = chunks.map(([name, body]) =>
    Buffer.concat([Buffer.from(name), little(body.length), body, Buffer.alloc(body.length & 1)]),
  )
  const inner = Buffer.concat([Buffer.from('WEBP'), ...parts])
  return Buffer.concat([Buffer.from('RIFF'), little(inner.length), inner])
}

/** A WebP with metadata and a piece that no reader knows. */
export async function tellingWebp(): Promise<Buffer> {
  const pixels = webpChunks(await (await halves()).webp().toBuffer()).filter(([name]) => name !== 'VP8X')
  // Flags: colour profile 0x20, Exif 0x08, XMP 0x04; then width and height less one, three bytes each.
  const header = Buffer.from([0x2c, 0, 0, 0, 599 & 255, 599 >> 8, 0, 399 & 255, 399 >> 8, 0])
  return riff([
    ['VP8X', header],
    ['ICCP', await profile()],
    ...pixels,
    ['EXIF', await exif()],
    ['XMP ', Buffer.from(xmp)],
    ['NOTE', Buffer.from('KANARIEIPTC KANARIEKOMMENTAR')],
  ])
}

/** A PNG that says it is as large as that, and is no more than zeros: little as a file, much as a picture. */
export function pngOfZeros(width: number, height: number, { depth = 8, interlaced = false } = {}): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([depth, 6, 0, 0, interlaced ? 1 : 0])])
  const rowOf = (pixels: number) => 1 + pixels * 4 * (depth / 8)
  // The seven passes of an interlaced PNG: first column and row, and the steps between them.
  const passes = [
    ...[[0, 0, 8, 8] as const, [4, 0, 8, 8] as const, [0, 4, 4, 8] as const, [2, 0, 4, 4] as const],
    ...[[0, 2, 2, 4] as const, [1, 0, 2, 2] as const, [0, 1, 1, 2] as const],
  ]
  const steps = interlaced ? passes : [[0, 0, 1, 1] as const]
  const length = steps.reduce(
    (sum, [x, y, dx, dy]) => sum + Math.ceil((height - y) / dy) * rowOf(Math.ceil((width - x) / dx)),
    0,
  )
  const pixels = zlib.deflateSync(Buffer.alloc(length), { level: 9 })
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([pngSignature, ...chunks])
}

/** Zeros, pressed a thousandfold. */
export const pressedZeros = (size: number): Buffer => zlib.deflateSync(Buffer.alloc(size), { level: 9 })

/** A JPEG that sends its last scan again and again: each one is work for the reader. */
export async function jpegOfManyScans(scans: number): Promise<Buffer> {
  const jpeg = await plain(2000, 2000, '#ffaa00').jpeg({ progressive: true }).toBuffer()
  const scan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), jpeg.length - 2)
  return Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(scans).fill(scan), jpeg.subarray(-2)])
}
