import type { Payload } from 'payload'
import { everyRow } from '../shared/every-row.js'
import { idAlways } from '../shared/reference.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { isPictureUsed } from './picture-uses.js'
import { municipalitySlug } from './registers.js'
import { isHeldBack } from './retention/held-back.js'

/**
 * Deletes the pictures that an erasure has marked, with their files. Files know no transaction: they go only once the
 * mark is committed, and what a dying process left is deleted by the reconciler. One that cannot be deleted now keeps
 * its mark, is told to the operator and is tried again. One that is in use again, or that the municipality holds back,
 * loses its mark; only its own time takes it then. The caller holds no municipality's lock: each picture is looked at
 * and deleted in that of its own.
 */
export async function discardPictures(payload: Payload): Promise<void> {
  await oneAtATime('discarded pictures', async () => {
    for (const { id, municipality } of await everyRow(payload, 'media', { discarded: { equals: true } })) {
      const home = idAlways(municipality)
      const slug = await municipalitySlug(payload, home)
      await oneAtATime(municipalityKey(slug), () =>
        discard(payload, { id: String(id), municipality: home, slug }),
      )
    }
  })
}

async function discard(
  payload: Payload,
  picture: { id: string; municipality: string; slug: string },
): Promise<void> {
  const { id } = picture
  // Somebody else may have chosen it at the moment of the erasure.
  if ((await isHeldBack(payload, 'media', id)) || (await isPictureUsed(payload, picture))) {
    await payload.db.updateOne({
      collection: 'media',
      where: { id: { equals: id } },
      data: { discarded: false },
    })
    return
  }
  // As the system: the decision to erase was taken by a person who may.
  await payload
    .delete({ collection: 'media', id, overrideAccess: true, context: { asSystem: true } })
    .catch((error: unknown) => {
      if ((error as { status?: number }).status === 404) return
      payload.logger.error({ err: error, kind: 'media', document: id }, 'discard')
    })
}
