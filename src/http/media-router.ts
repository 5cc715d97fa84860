import { Router } from 'express'
import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { FeedIndex } from '../feed/feed-index.js'
import type { Clock } from '../shared/clock.js'
import { DomainError } from '../shared/errors.js'
import { createPicturesInFlight } from './pictures-in-flight.js'
import type { ReadyAnswer } from './ready-answers.js'
import { decodePath, takesOnly, openToAll, sendAnswer, sendFault } from './send-answer.js'
import { renditionWidths } from '../publication/picture-rules.js'

/** Where the renditions of pictures lie. `size` is in bytes; null where there is no such rendition. */
export interface PictureStore {
  open(
    id: string,
    width: number,
  ): Promise<(({ stream: Readable } | { buffer: Buffer }) & { size: number }) | null>
}

interface MediaRouterOptions {
  index: FeedIndex
  pictures: PictureStore
  clock: Clock
  onFault?: (fault: unknown) => void
}

/** `/media/{id}/{width}.webp`: a picture is public exactly as long as something that is visible uses it. */
export function mediaRouter({ index, pictures, clock, onFault = () => {} }: MediaRouterOptions): Router {
  const pictureFor = createPicturesInFlight(pictures)

  async function read(path: string, response: ServerResponse): Promise<ReadyAnswer> {
    const unknown = new DomainError('not-found', 'There is no such picture.')
    const [id = '', file = '', ...more] = decodePath(path)
    const width = renditionWidths.find((one) => file === `${one}.webp`)
    // Ids are made by us; anything that could mean another file to a store never reaches it.
    if (more.length > 0 || !width || !/^[A-Za-z0-9_-]{1,100}$/.test(id)) throw unknown
    const now = clock.now()
    if (!index.municipalities().some((one) => one.usesPicture(id, now))) throw unknown
    const picture = await pictureFor(response, id, width)
    if (!picture) throw unknown
    // A take-down while the file was read counts.
    if (!index.municipalities().some((one) => one.usesPicture(id, clock.now()))) throw unknown
    return picture
  }

  const router = Router()
  router.use(async (request, response) => {
    openToAll(response)
    try {
      if (takesOnly(request, response)) return
      const answer = await read(request.path, response)
      response.setHeader('Content-Security-Policy', "default-src 'none'")
      await sendAnswer(request, response, answer, { accepted: 'identity' })
    } catch (fault) {
      sendFault(request, response, fault, onFault)
    }
  })
  return router
}
