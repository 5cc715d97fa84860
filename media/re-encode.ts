import sharp, { type SharpInput, type SharpOptions } from 'sharp'
import { checkPictureFile, checkPixels, mostPixels } from '../src/publication/picture-rules.js'
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

/**
 * The picture upright, at most 1600 pixels wide, as WebP without any metadata (position, camera, names, thumbnails,
 * colour profiles: pixels are converted to sRGB first). Refuses what is not a picture with a sentence that says so.
 */
export async function reEncode(bytes: Buffer): Promise<{ bytes: Buffer; width: number; height: number }> {
  checkPictureFile(bytes)
  try {
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
    checkPixels(width, height)
    const picture = sharp(bytes, options).autoOrient().resize({ width: 1600, withoutEnlargement: true })
    const { data, info } = await picture
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
