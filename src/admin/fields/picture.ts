export interface Picture {
  id: string
  alt?: string | null
  decorative?: boolean
  url?: string | null
  thumbnailURL?: string | null
  sizes?: Record<string, { url?: string | null } | undefined>
}

/** The smallest rendition, for choosing; it is served to accounts that may see the picture. */
export const pictureUrl = (picture: Picture): string =>
  picture.sizes?.w320?.url ?? picture.thumbnailURL ?? picture.url ?? ''
