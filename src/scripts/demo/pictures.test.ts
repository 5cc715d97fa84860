import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { whileDrawing } from '../../../media/re-encode.js'
import { drawPicture, renderPicture } from './pictures.js'
import { demos } from './resolve-demo.js'

const repeated = (words: string[]) => words.filter((word, index) => words.indexOf(word) !== index)

describe('the pictures of the demo', () => {
  const pictures = Object.values(demos).flatMap((demo) => demo.pictures)

  it('are at least fourteen, all different, each with words for those who do not see them', () => {
    expect(new Set(pictures.map(({ motif }) => motif)).size).toBeGreaterThanOrEqual(14)
    expect(new Set(pictures.map(drawPicture)).size).toBe(pictures.length)
    expect(repeated(pictures.map(({ alt }) => alt))).toEqual([])
    for (const { alt, credit } of pictures) {
      expect(alt.length).toBeGreaterThan(30)
      expect(credit).toBeTruthy()
    }
  })

  it.each(pictures)('draws $key at 1600 × 900', async (picture) => {
    const jpeg = await whileDrawing(() => renderPicture(picture))
    expect(await sharp(jpeg).metadata()).toMatchObject({ width: 1600, height: 900, format: 'jpeg' })
    const { channels } = await sharp(jpeg).stats()
    for (const { stdev } of channels) expect(stdev).toBeGreaterThan(15)
  })

  it('refuses an unknown motif', () => {
    expect(() => drawPicture({ key: 'x', motif: 'sunset', palette: 'day' })).toThrow(/unknown motif/)
    expect(() => drawPicture({ key: 'x', motif: 'fjord', palette: 'neon' })).toThrow(/unknown palette/)
  })
})
