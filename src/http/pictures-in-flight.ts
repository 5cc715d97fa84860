import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { PictureStore } from './media-router.js'
import { readyAnswer, type ReadyAnswer } from './ready-answers.js'
import { whenOver } from './unread.js'

/** No rendition of 1600 pixels is larger; a broken store must not fill the memory. */
const largestRendition = 20 * 1024 * 1024

/**
 * Pictures that are being read or sent: read once for all who are at it, however slowly they take it, and let go of with
 * the last of them. A file never changes under its id.
 */
export function createPicturesInFlight(pictures: PictureStore) {
  const inFlight = new Map<string, { answer: Promise<ReadyAnswer | null>; clients: number }>()

  async function read(id: string, width: number): Promise<ReadyAnswer | null> {
    const opened = await pictures.open(id, width)
    if (!opened) return null
    // WebP is compressed already.
    return readyAnswer('image/webp', 'buffer' in opened ? opened.buffer : await collect(opened.stream))
  }

  /** Null where there is none. */
  return (response: ServerResponse, id: string, width: number): Promise<ReadyAnswer | null> => {
    const key = `${id} ${width}`
    let one = inFlight.get(key)
    if (!one) inFlight.set(key, (one = { answer: read(id, width), clients: 0 }))
    const mine = one
    mine.clients += 1
    whenOver(response, () => {
      mine.clients -= 1
      if (mine.clients === 0) inFlight.delete(key)
    })
    return mine.answer
  }
}

export async function collect(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largestRendition) throw new Error('A rendition is larger than any that was made.')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
