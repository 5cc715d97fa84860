export interface Picture {
  id: string
  alt?: string | null
  decorative?: boolean
  /** Taken back by somebody who is shown; its files are destroyed. */
  withdrawn?: boolean | null
  url?: string | null
  thumbnailURL?: string | null
  sizes?: Record<string, { url?: string | null } | undefined>
}

/** A picture with what is recorded of the people in it. */
export interface PictureWithConsent extends Picture {
  peopleShown?: string | null
  consent?: { validUntil?: string | null } | null
}

/** The smallest rendition, for choosing; it is served to accounts that may see the picture. */
export const pictureUrl = (picture: Picture): string =>
  picture.sizes?.w320?.url ?? picture.thumbnailURL ?? picture.url ?? ''
