import type { Payload } from 'payload'
import { mayBeShown, standingOfShared, type ShareStanding } from '../../moderation/share-links.js'
import { pictureMayBeShown } from '../../privacy/consent.js'
import type { EventData, MunicipalityData, PostData } from '../../publication/public-data.js'
import type { Publication } from '../../publication/publication.js'
import { withoutPicture } from '../../publication/without-picture.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import { openNumbersIn } from '../personal-data.js'
import { consentOf } from '../snapshot.js'
import { surroundingsOf } from '../surroundings.js'
import { loadWorkingDocument } from '../working-document.js'
import { isContent, municipalityData, projectionOfWaiting } from '../workbench/preview-data.js'
import { publicAround } from '../workbench/preview-pages.js'
import { hashOfToken, mayStillShare, shareLinks, type LinkRow } from './share-records.js'

/** What whoever has a link may see: the item as it would be public, and what of its municipality stands around it. */
export interface SharedItem {
  data: EventData | PostData
  municipality: MunicipalityData
  standing: ShareStanding
  until: string
  around: readonly Publication[]
}

/**
 * The item behind a token as it is written now, through the projection that citizens get. Null for a token that never
 * was, has ended or was revoked, and for an item that is not to be seen: nobody can tell these apart.
 */
export async function openLink(payload: Payload, token: string, now: Date): Promise<SharedItem | null> {
  // Whatever was typed is looked up in the same way, so that the time tells nothing about what a token looks like.
  const row = await payload.db.findOne<LinkRow>({
    collection: shareLinks,
    where: { hash: { equals: hashOfToken(token) } },
  })
  if (!row || Date.parse(row.until) <= now.getTime() || !(await mayStillShare(payload, row))) return null
  const document = await loadWorkingDocument(payload, row.kind, row.document)
  if (!document) return null
  const { settings } = await surroundingsOf(payload, row.kind, document, undefined)
  const facts = {
    state: document.state,
    publication: document.publication,
    appealable: document.workflow.appealable,
    withdrawn: document.workflow.decision === 'withdraw',
    organisationApproved: settings.organisationState === 'approved',
    municipalityOpen: settings.municipalityActive,
  }
  if (!mayBeShown(facts)) return null
  const found = await projectionOfWaiting(payload, row.kind, document, now)
  if (!isContent(found)) return null
  // Written in after the link was made.
  if ((await openNumbersIn({ payload, kind: row.kind, document, now })).length > 0) return null
  const town = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'municipalities',
    where: { id: { equals: row.municipality } },
  })
  if (!town) return null
  return {
    data: await withShowable(payload, found, now),
    municipality: municipalityData(town),
    standing: standingOfShared(facts),
    until: new Date(row.until).toISOString(),
    around: await publicAround(payload, String(town.slug), [found]),
  }
}

/** Without pictures whose consent has ended or was taken back: they are shown to nobody any more. */
async function withShowable<T extends EventData | PostData>(
  payload: Payload,
  data: T,
  now: Date,
): Promise<T> {
  if (data.pictures.length === 0) return data
  const rows = await everyRow(payload, 'media', withIds(data.pictures.map(({ id }) => id)))
  const shown = new Set(
    rows
      .filter((row) => pictureMayBeShown(consentOf(row), now.toISOString(), now))
      .map((row) => String(row.id)),
  )
  return data.pictures
    .filter(({ id }) => !shown.has(id))
    .reduce((left, { id }) => withoutPicture(left, id) as T, data)
}
