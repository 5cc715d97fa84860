import type { Payload, Where } from 'payload'
import { nothingHere } from '../shared/errors.js'
import { everyRow } from '../shared/every-row.js'
import { idAlways, idOf } from '../shared/reference.js'
import type { Actor } from '../tenancy/actor.js'
import { matches, scopeOf } from '../tenancy/scope.js'
import { findPicture } from './end-consent.js'
import { municipalitySlug } from './registers.js'
import { referencesOf } from './snapshot.js'
import { asWorkingDocument, collectionOf, moderatedKinds, type WorkingDocument } from './working-document.js'

export interface PictureUse {
  kind: 'event' | 'post' | 'organisation' | 'municipality'
  id: string
  title: string | null
  state: string | null
  /** Whether citizens see the picture there now. */
  shown: boolean
}
export interface PictureUses {
  uses: PictureUse[]
  /** Uses in documents that this account cannot read. */
  others: number
}

/** Everywhere a picture is used: in what is written, in what was decided on and may come back, and in what is public. */
export async function listPictureUses(payload: Payload, id: string, actor: Actor): Promise<PictureUses> {
  const picture = await findPicture(payload, id)
  const home = idAlways(picture?.municipality)
  const owner = { municipality: home, organisation: idOf(picture?.organisation) }
  if (!picture || !matches(scopeOf(actor, 'media', 'read'), owner)) throw nothingHere()
  const slug = await municipalitySlug(payload, home)
  const live: Where = { and: [{ municipality: { equals: slug } }, { state: { equals: 'live' } }] }
  const publications = await everyRow<{ id: string; pictures: unknown }>(payload, 'publications', live)
  const shown = new Set(
    publications
      .filter(({ pictures }) => Array.isArray(pictures) && pictures.includes(id))
      .map((row) => String(row.id)),
  )
  const uses: PictureUse[] = []
  let others = 0
  for (const kind of moderatedKinds) {
    const readable = scopeOf(actor, collectionOf[kind], 'read')
    const rows = await everyRow(payload, collectionOf[kind], { municipality: { equals: home } })
    for (const row of rows) {
      const document = asWorkingDocument(kind, row)
      if (!refersTo(document, kind, id) && !shown.has(document.id)) continue
      if (!matches(readable, document)) {
        others += 1
        continue
      }
      const title = (row.title ?? row.name ?? null) as string | null
      uses.push({ kind, id: document.id, title, state: document.state, shown: shown.has(document.id) })
    }
  }
  const town = await payload.db.findOne<{ id: string; name: string; logo: unknown }>({
    collection: 'municipalities',
    where: { id: { equals: home } },
  })
  if (town && idOf(town.logo) === id)
    uses.push({ kind: 'municipality', id: home, title: town.name, state: null, shown: shown.has(slug) })
  return { uses, others }
}

const refersTo = (
  { content, approvedSnapshot }: WorkingDocument,
  kind: (typeof moderatedKinds)[number],
  id: string,
): boolean =>
  [content, approvedSnapshot?.content].some((each) => each && referencesOf(kind, each).pictures.includes(id))
