import { DomainError } from '../shared/errors.js'

/** Widths of the renditions in pixels. */
export const renditionWidths = [320, 800, 1600] as const
export const largestFile = 15 * 1024 * 1024
export const mostPixels = 50_000_000
/** Room for what is kept, in pixels. WebP ends at 16 383, and nobody scrolls further through one picture. */
export const largestPicture = { width: 1600, height: 6400 } as const

/** What a file is by its first bytes, whatever its name and declared type say; null for what is not accepted. */
export function pictureFormat(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const starts = (signature: number[], at = 0) => signature.every((byte, index) => bytes[at + index] === byte)
  if (starts([0xff, 0xd8, 0xff])) return 'jpeg'
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  // "RIFF" size "WEBP"
  if (starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8)) return 'webp'
  return null
}

/** Refuses a file that is too heavy or no picture of an accepted format. */
export function checkPictureFile(bytes: Uint8Array): void {
  if (bytes.byteLength > largestFile) {
    throw new DomainError('too-large', 'The picture is larger than 15 MB. Choose a smaller one.', {
      faults: [{ field: 'file', code: 'too-large', message: 'At most 15 MB' }],
    })
  }
  if (!pictureFormat(bytes)) {
    throw new DomainError('unsupported-media-type', 'Choose a picture in JPEG, PNG or WebP format.', {
      faults: [{ field: 'file', code: 'not-a-picture', message: 'JPEG, PNG or WebP' }],
    })
  }
}

/** Refuses a picture with more pixels than any use of it needs (a decompression bomb is small as a file). */
export function checkPixels(width: number, height: number): void {
  if (width * height > mostPixels) {
    throw new DomainError('too-large', 'The picture has more than 50 million pixels. Choose a smaller one.', {
      faults: [{ field: 'file', code: 'too-many-pixels', message: 'At most 50 million pixels' }],
    })
  }
}
