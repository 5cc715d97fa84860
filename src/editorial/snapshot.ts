import type { Payload } from 'payload'
import type { EventContent } from '../calendar/event-content.js'
import type { PostContent } from '../community/post-content.js'
import type { PictureForCheck } from '../moderation/validation.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import { renditionWidths } from '../publication/picture-rules.js'
import type { PictureFacts, PlaceFacts } from '../publication/public-data.js'
import type { PictureConsent } from '../privacy/consent.js'
import { DomainError } from '../shared/errors.js'
import { instant } from './content.js'
import type { Content, Copies, ModeratedKind, Outbox, Snapshot, WorkingDocument } from './working-document.js'
import type { Write } from './together.js'
import { everyRow, withIds } from '../shared/every-row.js'

type Row = Record<string, unknown> & { id: string }

/** Rows by id, of one municipality only: an id of another one is as good as none. */
async function rowsOf(
  payload: Payload,
  collection: string,
  ids: string[],
  municipality: string,
  write: Write,
) {
  if (ids.length === 0) return []
  const docs = await everyRow<Row>(payload, collection, withIds([...new Set(ids)]), write)
  const home = (row: Row) => String((row.municipality as { id?: unknown } | null)?.id ?? row.municipality)
  // A picture that an erasure has marked is as good as gone, and so is a place that is being erased.
  const isGoing = (row: Row) => (row.outbox as Outbox | null | undefined)?.to === 'erased'
  return docs.filter((row) => home(row) === municipality && row.discarded !== true && !isGoing(row))
}

export function pictureFacts(row: Record<string, unknown>): PictureFacts {
  const sizes = (row.sizes ?? {}) as Record<string, { width?: number; height?: number }>
  const largest = sizes[`w${renditionWidths.at(-1)}`] ?? {}
  return {
    id: String(row.id),
    alt: row.decorative === true ? '' : String(row.alt ?? ''),
    credit: (row.credit as string | null) || null,
    width: Number(largest.width ?? row.width ?? 0),
    height: Number(largest.height ?? row.height ?? 0),
    renditions: [...renditionWidths],
  }
}

/** An event that was erased is there for its tombstone only. */
const stillThere = (row: Row) => row.state !== 'erased'

export const placeFacts = (row: Row): PlaceFacts => ({
  id: String(row.id),
  name: String(row.name ?? ''),
  address: (row.address as string | null) ?? null,
  latitude: (row.latitude as number | null) ?? null,
  longitude: (row.longitude as number | null) ?? null,
})

/** One that is suspended is named again when it is reinstated, whatever was decided on meanwhile. */
const mayBeNamed = (row: Row) => row.life === 'approved' || row.life === 'suspended'

/** The name under which an organisation is public: that of its approved profile, never one that waits. */
export function publicName(row: Record<string, unknown>): string {
  const approved = (row.approvedSnapshot as Snapshot | null)?.content as ProfileContent | undefined
  return approved?.name ?? String(row.name ?? '')
}

const referencesOf = (kind: ModeratedKind, content: Content) => {
  if (kind === 'event') {
    const event = content as EventContent
    const places = [event.place, ...event.overrides.map((each) => each.place)]
    return {
      places: places.filter((each): each is string => each !== null),
      pictures: event.pictures,
      categories: event.categories,
      coOrganisers: event.coOrganisers,
      umbrella: event.umbrella,
    }
  }
  if (kind === 'post') {
    const post = content as PostContent
    return {
      places: [],
      pictures: post.pictures,
      categories: post.categories,
      coOrganisers: [],
      umbrella: null,
    }
  }
  const { logo } = content as ProfileContent
  return { places: [], pictures: logo ? [logo] : [], categories: [], coOrganisers: [], umbrella: null }
}

/**
 * Copies of everything that the content refers to: names of organisations and places, alt text and credit of pictures,
 * codes of categories, all as they are now. A reference to nothing, or to another municipality, is refused by field.
 */
export async function copiesOf(
  payload: Payload,
  kind: ModeratedKind,
  document: Pick<WorkingDocument, 'id' | 'municipality' | 'organisation'> &
    Partial<Pick<WorkingDocument, 'approvedSnapshot'>>,
  content: Content,
  write: Write,
): Promise<Copies> {
  const refer = referencesOf(kind, content)
  const { municipality } = document
  const places = await rowsOf(payload, 'places', refer.places, municipality, write)
  const pictures = await rowsOf(payload, 'media', refer.pictures, municipality, write)
  const categories = await rowsOf(payload, 'categories', refer.categories, municipality, write)
  const organisations = await rowsOf(
    payload,
    'organisations',
    [document.organisation, ...refer.coOrganisers],
    municipality,
    write,
  )
  const umbrellas = refer.umbrella
    ? await rowsOf(payload, 'events', [refer.umbrella], municipality, write)
    : []
  // One that was decided on and has been erased or deleted since is as good as none, and holds nothing up: its parts name
  // it to nobody. One that is chosen now, or was never decided on, is asked for.
  const before = document.approvedSnapshot?.content as EventContent | undefined
  const isNew = refer.umbrella !== null && refer.umbrella !== before?.umbrella
  const missing = (field: string, wanted: string[], have: Row[]) =>
    wanted.every((each) => have.some((row) => String(row.id) === each))
      ? []
      : [{ field, code: 'not-found', message: 'Something chosen here no longer exists. Choose again.' }]
  const faults = [
    ...missing('place', refer.places, places),
    ...missing(kind === 'organisation' ? 'logo' : 'pictures', refer.pictures, pictures),
    ...missing('categories', refer.categories, categories),
    ...missing('coOrganisers', refer.coOrganisers, organisations),
    ...missing('umbrella', isNew ? [refer.umbrella!] : [], umbrellas.filter(stillThere)),
  ]
  if (refer.umbrella === document.id) {
    faults.push({ field: 'umbrella', code: 'format', message: 'An event cannot be part of itself.' })
  }
  if (faults.length > 0) {
    throw new DomainError('incomplete', 'Something that this refers to no longer exists.', { faults })
  }
  const named = (row: Row) => ({ id: String(row.id), name: publicName(row) })
  const own = organisations.find((row) => String(row.id) === document.organisation)
  return {
    organisation: own ? named(own) : { id: document.organisation, name: '' },
    coOrganisers: organisations
      .filter((row) => refer.coOrganisers.includes(String(row.id)) && mayBeNamed(row))
      .map(named),
    places: Object.fromEntries(places.map((row) => [String(row.id), placeFacts(row)])),
    pictures: Object.fromEntries(pictures.map((row) => [String(row.id), pictureFacts(row)])),
    categories: Object.fromEntries(categories.map((row) => [String(row.id), String(row.code)])),
  }
}

export const picturesOf = (payload: Payload, ids: string[], municipality: string, write: Write) =>
  rowsOf(payload, 'media', ids, municipality, write)
export const placesOf = (payload: Payload, ids: string[], municipality: string, write: Write) =>
  rowsOf(payload, 'places', ids, municipality, write)

export interface PictureWithConsent extends PictureForCheck {
  consent: PictureConsent
}

/** What is known of the people in a picture, from its row. */
export function consentOf(row: Record<string, unknown>): PictureConsent {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const { scope, reference, validUntil } = (row.consent ?? {}) as Record<string, unknown>
  return {
    peopleShown: (text(row.peopleShown) as PictureConsent['peopleShown'] | null) ?? 'none',
    scope: text(scope),
    reference: text(reference),
    validUntil: instant(validUntil),
    withdrawn: row.withdrawn === true,
    endedAt: instant(row.consentEndedAt),
  }
}

/** The pictures as far as the strict check asks: whether they are there and have words for those who cannot see them. */
export async function picturesForCheck(
  payload: Payload,
  ids: string[],
  municipality: string,
  write: Write,
): Promise<PictureWithConsent[]> {
  const rows = await rowsOf(payload, 'media', ids, municipality, write)
  return rows.map((row) => ({
    id: String(row.id),
    alt: (row.alt as string | null) ?? null,
    // Nobody has to describe what has been destroyed.
    decorative: row.decorative === true || row.withdrawn === true,
    consent: consentOf(row),
  }))
}

export { referencesOf }
