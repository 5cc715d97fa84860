import type { Payload } from 'payload'
import { projectMunicipality } from '../../feed/projections/registers.js'
import type { ProfileView, ReviewPicture } from '../../moderation/review-item.js'
import type {
  EventData,
  MunicipalityData,
  OrganisationData,
  PostData,
  PublicItem,
} from '../../publication/public-data.js'
import { DomainError } from '../../shared/errors.js'
import { projectionOf } from '../project.js'
import { copiesOf } from '../snapshot.js'
import type { Write } from '../together.js'
import type { Content, ModeratedKind, Snapshot, WorkingDocument } from '../working-document.js'

/**
 * The public facts of a document as they would be if what waits were approved now: through the same projection, with the
 * names and codes as they are. Null where it refers to something that is no longer there.
 */
export async function projectionOfWaiting(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  now: Date,
): Promise<PublicItem | null> {
  const { content } = document
  if (!content) return null
  try {
    const copies = await copiesOf(payload, kind, document, content, undefined as unknown as Write)
    return projected(
      kind,
      document,
      { content, copies, revision: document.revision, decidedAt: now.toISOString() },
      now,
    )
  } catch (error) {
    // The fault itself is told beside it, by field.
    if (error instanceof DomainError) return null
    throw error
  }
}

/** The public facts as they are now, from the approved snapshot. */
export const projectionOfPublic = (
  kind: ModeratedKind,
  document: WorkingDocument,
  now: Date,
): PublicItem | null =>
  document.approvedSnapshot ? projected(kind, document, document.approvedSnapshot, now) : null

function projected(
  kind: ModeratedKind,
  document: WorkingDocument,
  snapshot: Snapshot,
  now: Date,
): PublicItem | null {
  const data = projectionOf(kind, document, snapshot, now)
  // What was removed as a draft may have no start yet, and so no page.
  return data.kind === 'event' && data.start === '' ? null : data
}

export const isContent = (data: PublicItem | null): data is EventData | PostData =>
  data?.kind === 'event' || data?.kind === 'post'

/** A profile as citizens would see it, with its logo as this account may. */
export function profileOf(data: PublicItem | null, pictures: readonly ReviewPicture[]): ProfileView | null {
  if (data?.kind !== 'organisation') return null
  const { name, description, contact, logo } = data satisfies OrganisationData
  return {
    name,
    description,
    contact,
    logo: logo ? (pictures.find(({ id }) => id === logo.id)?.urls['320'] ?? null) : null,
  }
}

export const municipalityData = (row: Record<string, unknown>): MunicipalityData =>
  projectMunicipality(row, null)

/** The pictures that a content shows, its own order kept. */
export function pictureIds(kind: ModeratedKind, content: Content | null): string[] {
  if (!content) return []
  if (kind === 'organisation') {
    const { logo } = content as { logo: string | null }
    return logo ? [logo] : []
  }
  return (content as { pictures: string[] }).pictures
}
