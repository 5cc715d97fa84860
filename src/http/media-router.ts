import { Router } from 'express'
import type { Readable } from 'node:stream'
import type { FeedIndex } from '../feed/feed-index.js'
import type { Clock } from '../shared/clock.js'
import { DomainError } from '../shared/errors.js'
import { readyAnswer } from './ready-answers.js'
import { decodePath, takesOnly, openToAll, sendAnswer, sendFault } from './send-answer.js'
import { renditionWidths } from '../publication/picture-rules.js'

/** Where the renditions of pictures lie. `size` is in bytes; null where there is no such rendition. */
export interface PictureStore {
  open(
    id: string,
    width: number,
  ): Promise<(({ stream: Readable } | { buffer: Buffer }) & { size: number }) | null>
}

/** No rendition of 1600 pixels is larger; a broken store must not fill the memory. */
const largestRendition = 20 * 1024 * 1024

interface MediaRouterOptions {
  index: FeedIndex
  pictures: PictureStore
  clock: Clock
  onFault?: (fault: unknown) => void
}

/** `/media/{id}/{width}.webp`: a picture is public exactly as long as something that is visible uses it. */
export function mediaRouter({ index, pictures, clock, onFault = () => {} }: MediaRouterOptions): Router {
  async function read(path: string): Promise<Buffer> {
    const unknown = new DomainError('not-found', 'There is no such picture.')
    const [id = '', file = '', ...more] = decodePath(path)
    const width = renditionWidths.find((one) => file === `${one}.webp`)
    // Ids are made by us; anything that could mean another file to a store never reaches it.
    if (more.length > 0 || !width || !/^[A-Za-z0-9_-]{1,100}$/.test(id)) throw unknown
    const now = clock.now()
    if (!index.municipalities().some((one) => one.usesPicture(id, now))) throw unknown
    const opened = await pictures.open(id, width)
    if (!opened) throw unknown
    const bytes = 'buffer' in opened ? opened.buffer : await collect(opened.stream)
    // A take-down while the file was read counts.
    if (!index.municipalities().some((one) => one.usesPicture(id, clock.now()))) throw unknown
    return bytes
  }

  const router = Router()
  router.use(async (request, response) => {
    openToAll(response)
    try {
      if (takesOnly(request, response)) return
      // WebP is compressed already.
      const answer = readyAnswer('image/webp', await read(request.path))
      response.setHeader('Content-Security-Policy', "default-src 'none'")
      await sendAnswer(request, response, answer, { accepted: 'identity' })
    } catch (fault) {
      sendFault(request, response, fault, onFault)
    }
  })
  return router
}

async function collect(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largestRendition) throw new Error('A rendition is larger than any that was made.')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
