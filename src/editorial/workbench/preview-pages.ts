import type { Payload, Where } from 'payload'
import type { Preview, ReviewPicture } from '../../moderation/review-item.js'
import type { MunicipalityData, PublicItem } from '../../publication/public-data.js'
import type { Publication } from '../../publication/publication.js'
import { everyRow } from '../../shared/every-row.js'
import type { Reader } from '../queue/queue-rows.js'
import type { ModeratedKind, WorkingDocument } from '../working-document.js'
import {
  isContent,
  municipalityData,
  pictureIds,
  projectionOfPublic,
  projectionOfWaiting,
} from './preview-data.js'
import { picturesFor } from './review-pictures.js'

/** Makes the pages that citizens would get; given by whoever knows the public pages. */
export type MakePreviews = (
  data: Extract<PublicItem, { kind: 'event' | 'post' }>,
  municipality: MunicipalityData,
  setting: {
    now: Date
    around: readonly Publication[]
    pictureUrl: (id: string, width: number) => string | null
  },
) => Preview[]

export interface PreviewPages {
  waits: PublicItem | null
  shown: PublicItem | null
  pictures: ReviewPicture[]
  preview: { waits: Preview[]; public: Preview[] }
}

/** What citizens would see of a document if what is written now were approved, and what they see now; as pages. */
export async function previewPages(
  payload: Payload,
  { kind, document, user, now }: { kind: ModeratedKind; document: WorkingDocument; user: Reader; now: Date },
  municipality: Record<string, unknown>,
  makePreviews: MakePreviews,
): Promise<PreviewPages> {
  const ids = [
    ...pictureIds(kind, document.content),
    ...pictureIds(kind, document.approvedSnapshot?.content ?? null),
  ]
  const pictures = await picturesFor(payload, [...new Set(ids)], user)
  const waits = await projectionOfWaiting(payload, kind, document, now)
  const shown = projectionOfPublic(kind, document, now)
  const around = await publicAround(payload, String(municipality.slug), [waits, shown])
  const pages = (data: PublicItem | null): Preview[] =>
    isContent(data)
      ? makePreviews(data, municipalityData(municipality), { now, around, pictureUrl: urlsOf(pictures) })
      : []
  return { waits, shown, pictures, preview: { waits: pages(waits), public: pages(shown) } }
}

/**
 * What is public of the municipality and named on the page of an item: its categories, the larger event, and who is named
 * beside the organiser. Of those it is asked whether they are active, whatever has become of their profile.
 */
export function publicAround(
  payload: Payload,
  municipality: string,
  items: (PublicItem | null)[],
): Promise<Publication[]> {
  const events = items.filter((item) => item?.kind === 'event')
  const umbrellas = events.flatMap(({ umbrella }) => (umbrella ? [umbrella] : []))
  const beside = events.flatMap(({ coOrganisers }) => coOrganisers.map(({ id }) => id))
  const isLive: Where = { state: { equals: 'live' } }
  const byId = (id: string): Where => ({ id: { equals: id } })
  return everyRow<Publication>(payload, 'publications', {
    and: [
      { municipality: { equals: municipality } },
      {
        or: [
          { and: [isLive, { or: [{ kind: { equals: 'category' } }, ...umbrellas.map(byId)] }] },
          ...beside.map((id) => ({ and: [{ kind: { equals: 'organisation' } } as Where, byId(id)] })),
        ],
      },
    ],
  })
}

const urlsOf =
  (pictures: readonly ReviewPicture[]) =>
  (id: string, width: number): string | null =>
    pictures.find((picture) => picture.id === id)?.urls[String(width)] ?? null
