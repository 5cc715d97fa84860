import sharp from 'sharp'
import type { DemoPicture } from './demo-shape.js'
import { document, height, palettes, width, type Palette, type PaletteName } from './pictures/drawing.js'
import { books, sportHall } from './pictures/indoors.js'
import { choir, concert, stage } from './pictures/music.js'
import { autumn, football, playground, winterTrail } from './pictures/outdoors.js'
import { lanterns, market, townHall } from './pictures/town.js'
import { fjord, harbour } from './pictures/water.js'

const motifs = {
  'sport-hall': sportHall,
  football,
  'winter-trail': winterTrail,
  books,
  stage,
  market,
  'town-hall': townHall,
  autumn,
  lanterns,
  playground,
  fjord,
  harbour,
  concert,
  choir,
} satisfies Record<string, (palette: Palette) => string[]>

export type Motif = keyof typeof motifs

export function isMotif(name: string): name is Motif {
  return Object.hasOwn(motifs, name)
}
const isPalette = (name: string): name is PaletteName => Object.hasOwn(palettes, name)

/** The illustration as SVG; the same text for the same picture on every machine. */
export function drawPicture({ key, motif, palette }: Pick<DemoPicture, 'key' | 'motif' | 'palette'>): string {
  if (!isMotif(motif)) throw new RangeError(`Picture ${key} asks for the unknown motif ${motif}`)
  if (!isPalette(palette)) throw new RangeError(`Picture ${key} asks for the unknown palette ${palette}`)
  return document(palettes[palette], motifs[motif](palettes[palette]))
}

/** The illustration as a JPEG of 1600 × 900 pixels, as an editor would upload it. */
export async function renderPicture(
  picture: Pick<DemoPicture, 'key' | 'motif' | 'palette'>,
): Promise<Buffer> {
  return sharp(Buffer.from(drawPicture(picture)))
    .resize(width, height)
    .jpeg({ quality: 88, mozjpeg: true })
    .toBuffer()
}
