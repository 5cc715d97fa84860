import { builtEmbed, mostBytes, packedSize } from '../embed.mjs'

/** A page that shows a calendar of ours must not become slow by it. */
export const embedSize = {
  name: 'size of the embeddable calendar',
  async run() {
    const size = packedSize(await builtEmbed())
    const note = `${size} of ${mostBytes} bytes, packed with gzip`
    return { holds: size <= mostBytes, note, said: note }
  },
}
