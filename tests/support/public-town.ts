import express from 'express'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sharp from 'sharp'
import {
  categoryData,
  changeOf,
  eventData,
  municipalityData,
  organisationData,
  placeData,
  postData,
  publicationOf,
  readerOf,
} from '../../src/feed/examples/publications.js'
import { createFeedIndex } from '../../src/feed/feed-index.js'
import { createFeedDoors } from '../../src/http/feed-listener.js'
import { publicRouter } from '../../src/http/public-router.js'
import type { Publication } from '../../src/publication/publication.js'
import { hourIn } from './days.js'

/** What was typed by somebody who means harm. */
export const hostile = `"><img src=x onerror="document.title='broken'"><script>document.title='broken'</script>`
const at = (days: number, hour = 17): string => hourIn(days, hour)
const inThree = (sv: string, nb: string, en: string) => ({ sv, nb, en })

function rows(): Publication[] {
  const municipality = {
    ...municipalityData,
    languages: ['sv', 'nb', 'en'],
    audiences: [{ code: 'children', labels: inThree('Barn', 'Barn', 'Children') }],
    areas: [{ code: 'north', labels: inThree('Norra delen', 'Nordre del', 'The north') }],
    privacyNotice: {
      version: '1',
      text: inThree(
        'Inga personuppgifter lagras.',
        'Ingen personopplysninger lagres.',
        'No personal data is stored.',
      ),
      url: null,
    },
    demo: false,
  }
  const translations = [
    { language: 'nb', title: 'Høstmarked på torget', summary: 'Håndverk, mat og musikk.', body: null },
    { language: 'en', title: 'Autumn market in the square', summary: 'Crafts, food and music.', body: null },
  ]
  const market = {
    ...eventData,
    id: 'market',
    slug: 'hostmarknad-pa-torget',
    title: 'Höstmarknad på torget',
    summary: 'Hantverk, mat och musik hela dagen.',
    translations,
    start: at(1, 9),
    end: at(1, 15),
    price: { free: false, from: 40, to: 80, currency: 'SEK', note: null },
    booking: { url: 'https://biljett.example/', closes: at(1, 8) },
    attendance: 'mixed' as const,
    onlineUrl: 'https://mote.example/rum',
    capacityNote: '200',
    areas: ['north'],
    coOrganisers: [{ id: 'o2', name: 'Kören' }],
    contact: { name: 'Kansliet', email: 'info@if.example', phone: '0123-45 67' },
  }
  const weekly = {
    ...eventData,
    id: 'weekly',
    pictures: [],
    start: at(-6),
    end: at(-6, 18),
    recurrence: { rule: 'FREQ=WEEKLY;COUNT=20', exceptions: [], additions: [] },
    overrides: [
      changeOf(at(8), { status: 'cancelled', statusReason: 'illness' }),
      changeOf(at(15), { start: at(16), end: at(16, 18), note: 'Ta med inneskor' }),
    ],
    umbrella: 'market',
  }
  // One goes on since yesterday, one is to come: each ends in the night after it.
  const concerts = [-1, 3].map((days) => ({
    ...eventData,
    id: `concert-${days}`,
    title: days < 0 ? 'Gårdagens konsert' : 'Nattkonsert',
    slug: 'konsert',
    translations: [],
    pictures: [],
    categories: ['music'],
    start: at(days, 21),
    end: at(days + 1, 1),
  }))
  const many = Array.from({ length: 30 }, (_, each) => ({
    ...eventData,
    id: `many-${each}`,
    title: `Kväll ${each}`,
    slug: `kvall-${each}`,
    pictures: [],
    start: at(20 + each, 18),
    end: null,
  }))
  return [
    ...[municipality, organisationData, placeData, categoryData, market, weekly, ...concerts, ...many].map(
      (data) => publicationOf(data, { modified: at(-7), published: at(-7) }),
    ),
    publicationOf({
      ...eventData,
      id: 'hostile',
      title: hostile,
      slug: 'hostile',
      pictures: [],
      start: at(2),
      end: null,
    }),
    publicationOf({
      ...postData,
      id: 'urgent',
      importance: 'urgent',
      slug: 'koka-vattnet',
      title: 'Koka vattnet i Norra delen',
    }),
    publicationOf({ ...postData, id: 'n1' }),
    publicationOf(
      { ...eventData, id: 'gone' },
      {
        state: 'withdrawn',
        data: null,
        ended: at(-1),
        reason: 'organiser',
        explanation: 'Hallen är stängd.',
      },
    ),
    publicationOf({ ...municipality, id: 'stangd' }, { municipality: 'stangd', active: false }),
  ]
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export interface PublicTown {
  base: string
  /** Another site, whose pages hold the body that is given and allow no more than they must. */
  foreign: string
  show(body: string, language?: string): void
  stop(): void
}

/** The public side of one municipality, `hagby`, through the real doors, and beside it a site of somebody else. */
export async function publicTown(): Promise<PublicTown> {
  const clock = { now: () => new Date() }
  const index = createFeedIndex({ reader: readerOf(rows()), clock })
  await index.start()
  const app = express()
  const server = createServer(app)
  const base = await listening(server)
  const options = { index, baseUrl: base, clock }
  const feed = createFeedDoors(options)
  const picture = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#b8863b' } })
    .webp()
    .toBuffer()
  const pictures = { open: async () => ({ buffer: picture, size: picture.length }) }
  const calendarScript = readFileSync(path.resolve('var', 'embed', 'torg-calendar.js'))
  app.use(
    publicRouter({
      ...options,
      feed,
      pictures,
      calendarScript,
      adminUrl: `${base}/admin`,
      processing: { operator: null, processors: null, connections: [] },
    }),
  )

  let page = ''
  const site = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', strictPolicy(base))
    response.end(page)
  })
  const foreign = await listening(site)
  return {
    base,
    foreign,
    show(body, language = 'sv') {
      page = `<!doctype html><html lang="${language}"><head><title>Grannkommunen</title><meta name="viewport" content="width=device-width"><script src="${base}/assets/torg-calendar.js" async></script></head><body><main><h1>Grannkommunen</h1>${body}</main></body></html>`
    },
    stop() {
      index.stop()
      feed.stop()
      for (const one of [server, site]) {
        one.closeAllConnections()
        one.close()
      }
    },
  }
}

/** As docs/feed.md says what a page has to allow: no inline styles, no inline scripts, no HTML from texts. */
const strictPolicy = (base: string): string =>
  [
    "default-src 'none'",
    `script-src ${base}`,
    `connect-src ${base}`,
    `img-src ${base}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
