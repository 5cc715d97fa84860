import type {
  CategoryData,
  EventData,
  MunicipalityData,
  OccurrenceOverride,
  OrganisationData,
  PlaceData,
  PostData,
  PublicItem,
} from '../../publication/public-data.js'
import type { Publication } from '../../publication/publication.js'
import type { PublicationReader } from '../reader.js'
import { isForgotten } from '../tombstones.js'

/** Publications as a database holds them, for tests of the feed: one small municipality. */
export const instant = new Date('2026-11-23T12:00:00Z')

export const municipalityData: MunicipalityData = {
  kind: 'municipality',
  id: 'hagby',
  name: 'Hagby kommun',
  country: 'SE',
  languages: ['sv', 'en'],
  zone: 'Europe/Stockholm',
  colour: '#0b5a73',
  logo: null,
  surfaces: ['calendar', 'community'],
  audiences: [{ code: 'children', labels: { sv: 'Barn' } }],
  areas: [{ code: 'north', labels: { sv: 'Norra' } }],
  privacyNotice: { version: '1', text: { sv: 'Inget lagras.' }, url: null },
  reportUrl: 'https://hagby.example/anmal',
  demo: true,
}
export const organisationData: OrganisationData = {
  kind: 'organisation',
  id: 'o1',
  name: 'IF Hagen',
  organisationKind: 'association',
  description: null,
  contact: { email: null, phone: null, website: null },
  logo: null,
  surfaces: ['calendar'],
}
export const placeData: PlaceData = {
  kind: 'place',
  id: 'p1',
  name: 'Hagby sporthall',
  address: 'Idrottsvägen 1',
  latitude: 59.1,
  longitude: 17.2,
  accessibility: ['step-free'],
  replacedBy: null,
}
export const categoryData: CategoryData = {
  kind: 'category',
  id: 'c1',
  code: 'sport',
  labels: { sv: 'Idrott' },
  icon: null,
  surfaces: ['calendar'],
}
const body = {
  html: '<p>Alla är <strong>välkomna</strong></p>',
  nodes: [
    {
      type: 'paragraph' as const,
      children: [
        { type: 'text' as const, text: 'Alla är ' },
        { type: 'text' as const, text: 'välkomna', bold: true },
      ],
    },
  ],
}
export const eventData: EventData = {
  kind: 'event',
  id: 'e1',
  slug: 'oppen-traning',
  title: 'Öppen träning; för alla, "unga" & gamla <18',
  summary: 'Kom och prova.',
  body,
  language: 'sv',
  translations: [{ language: 'en', title: 'Open training', summary: 'Try it.', body: null }],
  start: '2026-11-24T17:00:00Z',
  end: '2026-11-24T18:30:00Z',
  zone: 'Europe/Stockholm',
  allDay: false,
  recurrence: null,
  overrides: [],
  status: 'scheduled',
  statusReason: null,
  previousStart: null,
  place: { id: 'p1', name: 'Hagby sporthall', address: 'Idrottsvägen 1', latitude: 59.1, longitude: 17.2 },
  attendance: 'in-person',
  onlineUrl: null,
  organisation: { id: 'o1', name: 'IF Hagen' },
  coOrganisers: [],
  categories: ['sport'],
  audiences: ['children'],
  areas: [],
  age: { from: 7, to: 12 },
  accessibility: ['step-free'],
  price: { free: true, from: null, to: null, currency: null, note: null },
  booking: null,
  capacityNote: null,
  contact: null,
  pictures: [
    { id: 'm1', alt: 'En boll', credit: 'Hagby', width: 1600, height: 900, renditions: [320, 800, 1600] },
  ],
  umbrella: null,
}
export const postData: PostData = {
  kind: 'post',
  id: 'n1',
  slug: 'vattnet-stangs-av',
  type: 'notice',
  title: 'Vattnet stängs av',
  excerpt: 'På tisdag.',
  body,
  language: 'sv',
  translations: [],
  organisation: { id: 'o1', name: 'IF Hagen' },
  categories: ['sport'],
  audiences: [],
  areas: ['north'],
  pictures: [],
  link: null,
  pinned: false,
  importance: 'normal',
}

let latest = 0
export function publicationOf(data: PublicItem, more: Partial<Publication> = {}): Publication {
  latest += 1
  const owned = data.kind === 'event' || data.kind === 'post'
  return {
    id: data.id,
    kind: data.kind,
    municipality: 'hagby',
    organisation: owned ? data.organisation.id : data.kind === 'organisation' ? data.id : null,
    number: latest,
    sequence: 1,
    state: 'live',
    active: true,
    hidden: null,
    data,
    pictures: 'pictures' in data ? data.pictures.map((one) => one.id) : [],
    visibleFrom: null,
    visibleUntil: null,
    published: '2026-11-20T08:00:00Z',
    modified: '2026-11-20T08:00:00Z',
    ended: null,
    reason: null,
    explanation: null,
    ...more,
  }
}

/** The rows of a municipality with one of each kind. */
export function oneOfEach(): Publication[] {
  return [municipalityData, organisationData, placeData, categoryData, eventData, postData].map((data) =>
    publicationOf(data),
  )
}

/** A reader of rows in memory: what a database answers, without one. */
export function readerOf(rows: Publication[]): PublicationReader {
  const since = (municipality: string, after: number): Publication[] => {
    const newest = new Map<string, Publication>()
    for (const row of rows) if (row.municipality === municipality) newest.set(row.kind + row.id, row)
    return [...newest.values()].filter((row) => row.number > after).sort((a, b) => a.number - b.number)
  }
  const slugs = (): string[] => [...new Set(rows.map((row) => row.municipality))]
  return {
    readAll: async (onRow, now) =>
      slugs().forEach((slug) =>
        since(slug, 0)
          .filter((row) => !isForgotten(row, now))
          .forEach(onRow),
      ),
    forgottenNumbers: async (now) => {
      const forgotten = slugs().flatMap((slug) => since(slug, 0).filter((row) => isForgotten(row, now)))
      return Object.fromEntries(
        forgotten.sort((a, b) => a.number - b.number).map((row) => [row.municipality, row.number]),
      )
    },
    readSince: async (municipality, after) => since(municipality, after),
    latestNumbers: async () =>
      Object.fromEntries(slugs().map((slug) => [slug, since(slug, 0).at(-1)!.number])),
  }
}

/** A change to one occurrence that leaves alone what is not named. */
export function changeOf(occurrence: string, more: Partial<OccurrenceOverride>): OccurrenceOverride {
  const nothing = { start: null, end: null, place: null, status: null, statusReason: null, note: null }
  return { ...nothing, occurrence, ...more }
}
