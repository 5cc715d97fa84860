import sharp, { type SharpInput, type SharpOptions } from 'sharp'
import {
  checkPictureFile,
  checkPixels,
  largestPicture,
  mostPixels,
} from '../src/publication/picture-rules.js'
import { DomainError } from '../src/shared/errors.js'

// Only the three accepted formats are ever decoded: fewer decoders, fewer holes.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

const options: SharpOptions = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true }

/** The one `sharp` of this process, with its limits: Payload's own option for them does not reach the renditions. */
export const limitedSharp = ((input?: SharpInput, given?: SharpOptions) =>
  sharp(input as Buffer, { ...given, ...options })) as unknown as typeof sharp

/** While it is read, a picture takes up to half a gigabyte of memory: one at a time, and no endless queue of files. */
const mostWaiting = 20
/** Files made to keep a decoder busy are given up. In seconds. */
const longestReading = 30
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting)
    throw new DomainError('unavailable', 'Many pictures are being read right now. Try again in a minute.')
  waiting += 1
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn.finally(() => {
    waiting -= 1
  })
}

/**
 * The picture upright, at most 1600 pixels wide and four times as high, as WebP without any metadata (position, camera, names, thumbnails,
 * colour profiles: pixels are converted to sRGB first). Refuses what is not a picture with a sentence that says so.
 */
export async function reEncode(bytes: Buffer): Promise<CleanPicture> {
  checkPictureFile(bytes)
  return inTurn(() => readAndWrite(bytes))
}

interface CleanPicture {
  bytes: Buffer
  width: number
  height: number
}

async function readAndWrite(bytes: Buffer): Promise<CleanPicture> {
  try {
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
    checkPixels(width, height)
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: longestReading })
      .autoOrient()
      .resize({ ...largestPicture, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 84 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError(
      'invalid-input',
      'The picture is damaged and cannot be read. Try another copy of it.',
      {
        faults: [{ field: 'file', code: 'damaged', message: 'Cannot be read' }],
      },
    )
  }
}

/** Lets our own drawings (the demo's pictures) be rendered while `work` runs; uploads are never SVG. */
export async function whileDrawing<T>(work: () => Promise<T>): Promise<T> {
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  try {
    return await work()
  } finally {
    sharp.block({ operation: ['VipsForeignLoadSvgBuffer'] })
  }
}
