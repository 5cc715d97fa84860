import type {
  CategoryData,
  EventData,
  MunicipalityData,
  OrganisationData,
  PlaceData,
  PostData,
  PublicItem,
  RichText,
} from '../../publication/public-data.js'
import type { Publication } from '../../publication/publication.js'
import { idOf, one, randomFrom } from './random.js'
import { sentences, words } from './words.js'

/** How many municipalities share the publications; the first, a city, has two fifths of them. */
export const municipalities = 30
const shareOfCity = 0.4
const day = 86_400_000
const zone = 'Europe/Stockholm'
const codes = [
  'sport',
  'music',
  'library',
  'theatre',
  'nature',
  'course',
  'market',
  'talk',
  'film',
  'meeting',
]

/** A place among those that a municipality makes: who and where things are. */
interface Town {
  slug: string
  random: () => number
  organisations: OrganisationData[]
  places: PlaceData[]
  now: number
}

const utc = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')

function richText(random: () => number): RichText {
  const paragraphs = Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentences(random, 3))
  return {
    html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
    nodes: paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
  }
}

function municipality(slug: string): MunicipalityData {
  return {
    kind: 'municipality',
    id: slug,
    name: `${slug[0]!.toUpperCase()}${slug.slice(1)} kommun`,
    country: 'SE',
    languages: ['sv', 'en'],
    zone,
    colour: '#0b5a73',
    logo: null,
    surfaces: ['calendar', 'community'],
    audiences: ['children', 'adults'].map((code) => ({ code, labels: { sv: code, en: code } })),
    areas: ['north', 'south', 'west'].map((code) => ({ code, labels: { sv: code, en: code } })),
    privacyNotice: { version: '1', text: { sv: 'Inget lagras.' }, url: null },
    reportUrl: null,
    demo: false,
  }
}

const category = (slug: string, code: string): CategoryData => ({
  kind: 'category',
  id: `${slug}-${code}`,
  code,
  labels: { sv: code, en: code },
  icon: null,
  surfaces: ['calendar', 'community'],
})

function organisation(random: () => number): OrganisationData {
  const name = `Föreningen ${words(random, 2)}`
  const contact = { email: null, phone: null, website: 'https://example.org/' }
  return {
    kind: 'organisation',
    id: idOf(random),
    name,
    organisationKind: 'association',
    description: sentences(random, 1),
    contact,
    logo: null,
    surfaces: ['calendar', 'community'],
  }
}

const place = (random: () => number): PlaceData => ({
  kind: 'place',
  id: idOf(random),
  name: `Sal ${words(random, 1)}`,
  address: `${words(random, 1)}vägen ${1 + Math.floor(random() * 90)}`,
  latitude: 59 + random() / 2,
  longitude: 17 + random(),
  accessibility: ['step-free'],
  replacedBy: null,
})

/** Seven of ten happen once; the others weekly, on two weekdays, daily for a month, or monthly. */
function repetition(random: () => number): EventData['recurrence'] {
  const kind = random()
  const rule =
    kind < 0.7
      ? null
      : kind < 0.86
        ? 'FREQ=WEEKLY'
        : kind < 0.92
          ? 'FREQ=WEEKLY;BYDAY=TU,TH'
          : kind < 0.96
            ? 'FREQ=DAILY;COUNT=30'
            : 'FREQ=MONTHLY;BYDAY=1SA'
  return rule && { rule, exceptions: [], additions: [] }
}

function event({ random, organisations, places, now }: Town): EventData {
  const start = now + Math.floor(random() * 400 - 20) * day + (8 + Math.floor(random() * 12)) * 3_600_000
  const { id, name, address, latitude, longitude } = one(random, places)
  const { id: by, name: byName } = one(random, organisations)
  const translated = random() < 0.3
  const picture = { alt: sentences(random, 1), credit: null, width: 1600, height: 900 }
  return {
    kind: 'event',
    id: idOf(random),
    slug: words(random, 2).replaceAll(' ', '-'),
    title: `${words(random, 3)} ${1 + Math.floor(random() * 99)}`,
    summary: sentences(random, 1),
    body: richText(random),
    language: 'sv',
    translations: translated
      ? [{ language: 'en', title: words(random, 3), summary: sentences(random, 1), body: null }]
      : [],
    start: utc(start - (start % 3_600_000)),
    end: utc(start - (start % 3_600_000) + 5_400_000),
    zone,
    allDay: false,
    recurrence: repetition(random),
    overrides: [],
    status: 'scheduled',
    statusReason: null,
    previousStart: null,
    place: { id, name, address, latitude, longitude },
    attendance: random() < 0.9 ? 'in-person' : 'online',
    onlineUrl: null,
    organisation: { id: by, name: byName },
    coOrganisers: [],
    categories: [one(random, codes)],
    audiences: random() < 0.5 ? ['children'] : [],
    areas: random() < 0.5 ? [one(random, ['north', 'south', 'west'])] : [],
    age: random() < 0.3 ? { from: 7, to: 12 } : null,
    accessibility: ['step-free'],
    price: { free: random() < 0.6, from: null, to: null, currency: null, note: null },
    booking: null,
    capacityNote: null,
    contact: null,
    pictures: random() < 0.5 ? [{ id: idOf(random), ...picture, renditions: [320, 800, 1600] }] : [],
    umbrella: null,
  }
}

function post({ random, organisations }: Town): PostData {
  const { id, name } = one(random, organisations)
  return {
    kind: 'post',
    id: idOf(random),
    slug: words(random, 2).replaceAll(' ', '-'),
    type: one(random, ['news', 'notice'] as const),
    title: words(random, 4),
    excerpt: sentences(random, 1),
    body: richText(random),
    language: 'sv',
    translations: [],
    organisation: { id, name },
    categories: [one(random, codes)],
    audiences: [],
    areas: [],
    pictures: [],
    link: null,
    pinned: random() < 0.01,
    importance: 'normal',
  }
}

function published(data: PublicItem, slug: string, number: number, town: Town): Publication {
  const owned = data.kind === 'event' || data.kind === 'post'
  const at = utc(town.now - Math.floor(town.random() * 20) * day)
  const once = data.kind === 'event' && !data.recurrence
  return {
    id: data.id,
    kind: data.kind,
    municipality: slug,
    organisation: owned ? data.organisation.id : data.kind === 'organisation' ? data.id : null,
    number,
    sequence: 0,
    state: 'live',
    active: true,
    hidden: null,
    data,
    pictures: 'pictures' in data ? data.pictures.map((each) => each.id) : [],
    visibleFrom: null,
    visibleUntil: once
      ? utc(Date.parse(data.end!) + 30 * day)
      : data.kind === 'post'
        ? utc(town.now + Math.floor(10 + town.random() * 300) * day)
        : null,
    published: at,
    modified: at,
    ended: null,
    reason: null,
    explanation: null,
  }
}

/** Slug of the n-th municipality; the first is the city. */
export const slugOf = (position: number): string => (position === 0 ? 'storstad' : `kommun-${position}`)

/** The publications of a whole installation, in the order of each municipality's numbers. */
export function* catalogue(count: number, now: Date): Generator<Publication> {
  const city = Math.round(count * shareOfCity)
  const other = Math.floor((count - city) / (municipalities - 1))
  for (let position = 0; position < municipalities; position += 1) {
    const isLast = position === municipalities - 1
    const share = position === 0 ? city : isLast ? count - city - other * (municipalities - 2) : other
    yield* townOf(slugOf(position), share, position, now)
  }
}

function* townOf(slug: string, count: number, seed: number, now: Date): Generator<Publication> {
  const random = randomFrom(seed + 1)
  const few = Math.max(3, Math.round(count * 0.03))
  const organisations = Array.from({ length: few }, () => organisation(random))
  const places = Array.from({ length: few }, () => place(random))
  const town: Town = { slug, random, organisations, places, now: now.getTime() }
  const registers = [
    municipality(slug),
    ...codes.map((code) => category(slug, code)),
    ...organisations,
    ...places,
  ]
  let number = 0
  for (const data of registers) yield published(data, slug, (number += 1), town)
  while (number < count)
    yield published(random() < 0.75 ? event(town) : post(town), slug, (number += 1), town)
}
