import type { UploadConfig } from 'payload'
import { renditionWidths } from '../src/publication/picture-rules.js'

/** The file of a rendition: a picture's files are named by its id, which is random. */
export const renditionName = (id: string, width: number): string => `${id}-w${width}.webp`

/**
 * Pictures are re-encoded before Payload sees them (`hooks/media.ts`); here it only makes the renditions. Never larger
 * than the original, so that all three always exist.
 */
export const pictureUpload = (mediaDir: string): UploadConfig => ({
  staticDir: mediaDir,
  mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
  adminThumbnail: 'w320',
  imageSizes: renditionWidths.map((width) => ({
    name: `w${width}`,
    width,
    withoutEnlargement: true,
    generateImageName: ({ originalName }) => renditionName(originalName, width),
    formatOptions: { format: 'webp' as const, options: { quality: 80 } },
  })),
  crop: false,
  focalPoint: false,
  pasteURL: false,
  bulkUpload: false,
  hideRemoveFile: true,
  withMetadata: false,
})
