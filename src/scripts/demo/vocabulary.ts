import type { DemoMunicipality } from './demo-shape.js'

/** Categories and audiences that both demo municipalities use; codes are stable, labels may change. */
const both = ['calendar', 'community'] as const

export const categories: DemoMunicipality['categories'] = [
  {
    code: 'sport',
    labels: { sv: 'Idrott och rörelse', nb: 'Idrett og bevegelse', en: 'Sport and exercise' },
    icon: 'ball',
    surfaces: [...both],
  },
  {
    code: 'outdoors',
    labels: { sv: 'Friluftsliv', nb: 'Friluftsliv', en: 'Outdoor life' },
    icon: 'trees',
    surfaces: [...both],
  },
  { code: 'music', labels: { sv: 'Musik', nb: 'Musikk', en: 'Music' }, icon: 'music', surfaces: [...both] },
  {
    code: 'stage',
    labels: { sv: 'Teater, dans och film', nb: 'Teater, dans og film', en: 'Theatre, dance and film' },
    icon: 'drama',
    surfaces: ['calendar'],
  },
  {
    code: 'exhibition',
    labels: { sv: 'Utställningar', nb: 'Utstillinger', en: 'Exhibitions' },
    icon: 'frame',
    surfaces: ['calendar'],
  },
  {
    code: 'books',
    labels: { sv: 'Böcker och berättande', nb: 'Bøker og fortelling', en: 'Books and stories' },
    icon: 'book-open',
    surfaces: [...both],
  },
  {
    code: 'talks',
    labels: { sv: 'Föredrag och samtal', nb: 'Foredrag og samtaler', en: 'Talks and lectures' },
    icon: 'mic',
    surfaces: [...both],
  },
  {
    code: 'courses',
    labels: { sv: 'Kurser och verkstäder', nb: 'Kurs og verksteder', en: 'Courses and workshops' },
    icon: 'pencil-ruler',
    surfaces: [...both],
  },
  {
    code: 'markets',
    labels: { sv: 'Marknader och loppisar', nb: 'Markeder og loppemarked', en: 'Markets and flea markets' },
    icon: 'store',
    surfaces: [...both],
  },
  {
    code: 'family',
    labels: { sv: 'Barn och familj', nb: 'Barn og familie', en: 'Children and families' },
    icon: 'baby',
    surfaces: [...both],
  },
  {
    code: 'civic',
    labels: { sv: 'Kommun och demokrati', nb: 'Kommune og demokrati', en: 'Local democracy' },
    icon: 'landmark',
    surfaces: [...both],
  },
  {
    code: 'services',
    labels: { sv: 'Drift och service', nb: 'Drift og tjenester', en: 'Services and works' },
    icon: 'wrench',
    surfaces: ['community'],
  },
]

export const audiences: DemoMunicipality['audiences'] = [
  {
    code: 'preschool',
    labels: { sv: 'Små barn (0–5 år)', nb: 'Små barn (0–5 år)', en: 'Small children (0–5)' },
  },
  { code: 'children', labels: { sv: 'Barn (6–12 år)', nb: 'Barn (6–12 år)', en: 'Children (6–12)' } },
  { code: 'youth', labels: { sv: 'Unga (13–19 år)', nb: 'Ungdom (13–19 år)', en: 'Young people (13–19)' } },
  { code: 'adults', labels: { sv: 'Vuxna', nb: 'Voksne', en: 'Adults' } },
  { code: 'seniors', labels: { sv: 'Seniorer', nb: 'Seniorer', en: 'Seniors' } },
  { code: 'newcomers', labels: { sv: 'Nya i kommunen', nb: 'Nye i kommunen', en: 'New to the area' } },
]
