import type { Payload } from 'payload'
import { everyRow } from '../shared/every-row.js'
import { idAlways } from '../shared/reference.js'
import { oneAtATime } from './one-at-a-time.js'
import { isPictureUsed } from './picture-uses.js'
import { municipalitySlug } from './registers.js'

/**
 * Deletes the pictures that an erasure has marked, with their files. Files know no transaction: they go only once the
 * mark is committed, and what a dying process left is deleted by the reconciler. One that cannot be deleted now keeps
 * its mark, is told to the operator and is tried again. One that is in use again loses its mark.
 */
export async function discardPictures(payload: Payload): Promise<void> {
  await oneAtATime('discarded pictures', async () => {
    for (const { id, municipality } of await everyRow(payload, 'media', { discarded: { equals: true } })) {
      const home = idAlways(municipality)
      const slug = await municipalitySlug(payload, home)
      // Somebody else may have chosen it at the moment of the erasure.
      if (await isPictureUsed(payload, { id: String(id), municipality: home, slug })) {
        await payload.db.updateOne({
          collection: 'media',
          where: { id: { equals: id } },
          data: { discarded: false },
        })
        continue
      }
      // As the system: the decision to erase was taken by a person who may.
      await payload
        .delete({ collection: 'media', id, overrideAccess: true, context: { asSystem: true } })
        .catch((error: unknown) => {
          if ((error as { status?: number }).status === 404) return
          payload.logger.error({ err: error, kind: 'media', document: id }, 'discard')
        })
    }
  })
}
