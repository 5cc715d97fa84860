import type { Payload, PayloadRequest } from 'payload'
import { nothingHere } from '../shared/errors.js'
import { idAlways } from '../shared/reference.js'
import { findPicture } from './end-consent.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { municipalitySlug } from './registers.js'
import { tryAgain } from './together.js'

/**
 * Saves what is said about a picture, as the request's account. Payload writes the whole row back as it was read, so the
 * municipality's lock is held from before that: a consent that is taken back meanwhile would be in force again otherwise,
 * and a picture that an erasure has marked would stay.
 */
export async function changePicture(
  payload: Payload,
  id: string,
  data: Record<string, unknown>,
  req: PayloadRequest,
  depth: number,
): Promise<unknown> {
  const picture = await findPicture(payload, id)
  if (!picture) throw nothingHere()
  const slug = await municipalitySlug(payload, idAlways(picture.municipality))
  return oneAtATime(municipalityKey(slug), () =>
    tryAgain(async () => {
      // An erasure may have taken it while this waited for its turn.
      if (!(await findPicture(payload, id))) throw nothingHere()
      return payload.update({
        collection: 'media',
        id,
        data: structuredClone(data) as never,
        // Passed on so that it is refused: without it Payload forgets that one was sent.
        file: req.file as never,
        depth,
        overrideAccess: false,
        req,
      })
    }),
  )
}
