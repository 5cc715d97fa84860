import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  eventData,
  instant,
  categoryData,
  municipalityData,
  oneOfEach,
  publicationOf,
  readerOf,
} from '../feed/examples/publications.js'
import { createFeedIndex, type FeedIndex } from '../feed/feed-index.js'
import { chosenEvents } from '../feed/event-query.js'
import { calendarText } from '../feed/formats/icalendar.js'
import type { Live } from '../feed/municipality-index.js'
import { withBytes } from '../feed/stored-publication.js'
import type { Publication } from '../publication/publication.js'
import { calendarOf } from './calendar-pieces.js'
import type { ReadyAnswer } from './ready-answers.js'
import { createFeedAnswers, type FeedAnswers } from './feed-answers.js'
import { createTurns } from './turns.js'

const baseUrl = 'https://torg.example'
let now = instant
const clock = { now: () => now }
let rows: Publication[]
let index: FeedIndex
let answers: FeedAnswers

beforeEach(async () => {
  now = instant
  rows = oneOfEach()
  index = createFeedIndex({ reader: readerOf(rows), clock, pollEvery: 600_000 })
  await index.start()
  answers = createFeedAnswers({ index, baseUrl, clock }, createTurns())
})
afterEach(() => {
  index.stop()
  answers.stop()
})

async function change(...more: Publication[]): Promise<void> {
  const latest = index.municipality('hagby')!.latest()
  rows.push(...more.map((row, at) => ({ ...row, number: latest + at + 1 })))
  await index.catchUp()
}
const text = async (address: string): Promise<string> => {
  const { bytes } = await (await answers.find(address)).send('identity')
  return bytes.toString()
}
/** Whether it is kept after it was asked for so often. */
async function keptAfter(times: number, address: string): Promise<boolean> {
  for (let asked = 0; asked < times; asked += 1) await answers.find(address)
  return answers.ready(address) !== undefined
}

describe('what is kept', () => {
  it('is not given when the clock was set back to where it is not true yet', async () => {
    const visibleFrom = new Date(instant.getTime() + 3_600_000).toISOString()
    await change(publicationOf({ ...eventData, id: 'later', title: 'Senare' }, { visibleFrom }))
    now = new Date(instant.getTime() + 2 * 3_600_000)
    expect(await text('/hagby/events')).toContain('Senare')
    now = instant
    expect(answers.ready('/hagby/events')).toBe(undefined)
    expect(await text('/hagby/events')).not.toContain('Senare')
    now = new Date(instant.getTime() + 2 * 3_600_000)
    expect(await text('/hagby/events')).toContain('Senare')
  })

  it.each(['', '/hagby', '/hagby/events', '/hagby/changes', '/docs'])('is %j at once', async (address) => {
    expect(await keptAfter(2, address)).toBe(true)
  })

  it.each([
    '/hagby/events?category=sport',
    '/hagby/events?from=2026-12-01',
    '/hagby/events/e1',
    '/hagby/changes?after=3',
  ])('is %j from when it is asked for again', async (address) => {
    expect(await keptAfter(1, address)).toBe(false)
    expect(await keptAfter(2, address)).toBe(true)
  })

  it.each(['q=traning', 'near=59.1,17.2', 'bbox=17,59,18,60', 'near=59.1,17.2&within=3&category=sport'])(
    'is never an answer to %s, which says something about who asks',
    async (search) => {
      expect(await keptAfter(5, `/hagby/events?${search}`)).toBe(false)
    },
  )

  it('is one answer for all ways to write a question, to the last byte', async () => {
    const ways = [
      'category=sport,talk&limit=1&collapse=series',
      'limit=1&category=talk&collapse=series&category=sport',
      'collapse=series&category=talk%2Csport,talk&limit=1',
      'category=sport%2Ctalk&limit=%31&collapse=series',
    ]
    await change(publicationOf({ ...eventData, id: 'e2' }))
    const texts = await Promise.all(ways.map((search) => text(`/hagby/events?${search}`)))
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toContain('"next"')
    // The second way made it one that is kept, for all of them.
    expect(answers.find(`/hagby/events?${ways[3]}`)).toBe(answers.find(`/hagby/events?${ways[0]}`))
  })

  it('is one answer for all languages that nothing here is in, and for all that say the same', async () => {
    const finnish = { language: 'fi', title: 'Avoin harjoitus', summary: null, body: null }
    await change(publicationOf({ ...eventData, id: 'fi', translations: [finnish] }))
    const inLanguage = async (lang: string) => {
      await answers.find(`/hagby/calendar.ics?lang=${lang}`)
      return answers.find(`/hagby/calendar.ics?lang=${lang}`)
    }
    await answers.find('/hagby/calendar.ics')
    const none = await answers.find('/hagby/calendar.ics')
    const thoughtUp = [
      'xx',
      'qaa-Latn',
      'zh-Hant-TW',
      ...Array.from({ length: 200 }, (_, at) => `de-x${at}yy`),
    ]
    for (const lang of thoughtUp) expect(await inLanguage(lang)).toBe(none)
    const [fi, en] = [await inLanguage('fi'), await inLanguage('en')]
    for (const [lang, same] of [
      ['fi-FI', fi],
      ['FI-se', fi],
      ['en-AU', en],
      ['EN', en],
    ] as const)
      expect(await inLanguage(lang)).toBe(same)
    expect(new Set([none, fi, en]).size).toBe(3)
    expect(String((await fi.send('identity')).bytes)).toContain('Avoin harjoitus')
  })

  it('is in a language as soon as something here is', async () => {
    const inFinnish = async () => {
      const asked = '/hagby/calendar.ics?lang=fi'
      const { bytes } = await (answers.ready(asked) ?? (await answers.find(asked))).send('identity')
      return String(bytes).includes('Avoin harjoitus')
    }
    for (let times = 0; times < 3; times += 1) expect(await inFinnish()).toBe(false)
    const finnish = { language: 'fi', title: 'Avoin harjoitus', summary: null, body: null }
    await change(publicationOf({ ...eventData, id: 'fi', translations: [finnish] }))
    await answers.find('/hagby/calendar.ics')
    expect(await inFinnish()).toBe(true)
  })

  it.each([
    ['sv-SE', '?lang=sv'],
    ['nb-NO', '?lang=nb'],
    ['en-GB', '?lang=en'],
    ['xx', ''],
  ])('is ready for %s, which comes to what is here, until something changes', async (lang, here) => {
    const address = `/hagby/calendar.ics?lang=${lang}`
    const same = `/hagby/calendar.ics${here}`
    expect(await keptAfter(3, address)).toBe(true)
    expect(answers.ready(address)).toBe(await answers.find(same))
    await change(publicationOf({ ...eventData, id: 'e2' }))
    await answers.find(same)
    // Something here may be in that language now: it is read once more.
    expect(answers.ready(address)).toBeUndefined()
    expect(await keptAfter(1, address)).toBe(true)
    expect(answers.ready(address)).toBe(await answers.find(same))
  })

  it('repeats the address of a page of changes as it was asked for', async () => {
    const search = 'limit=5&lang=sv&after=1000'
    expect(await text(`/hagby/changes?${search}`)).toContain(
      `"next":"${baseUrl}/feed/v1/hagby/changes?${search}"`,
    )
  })
})

describe('a kept answer', () => {
  it('is not given after a change, nor after the clock changed what is visible', async () => {
    const post = oneOfEach()[5]!
    await change({ ...post, id: 'n2', visibleUntil: '2026-11-23T12:00:05Z' })
    await answers.find('/hagby/posts')
    expect(answers.ready('/hagby/posts')).toBeUndefined()
    await answers.find('/hagby/posts')
    expect(answers.ready('/hagby/posts')?.length).toBe(Buffer.byteLength(await text('/hagby/posts')))
    now = new Date('2026-11-23T12:00:05Z')
    expect(answers.ready('/hagby/posts')).toBeUndefined()
    expect(await text('/hagby/posts')).not.toContain('"n2"')
    expect(await keptAfter(2, '/hagby/posts')).toBe(true)
    await change({ ...post, state: 'withdrawn', data: null, ended: now.toISOString() })
    expect(answers.ready('/hagby/posts')).toBeUndefined()
    expect(await text('/hagby/posts')).toBe('{"items":[]}')
  })

  it('is the same object, packed already, where a change makes no difference to it', async () => {
    const before = await answers.find('/hagby/posts')
    await change(publicationOf({ ...eventData, id: 'e2' }))
    expect(await answers.find('/hagby/posts')).toBe(before)
    const events = await answers.find('/hagby/events')
    await change(publicationOf({ ...eventData, id: 'e3' }))
    expect(await answers.find('/hagby/events')).not.toBe(events)
  })

  it('changes with the municipality that it is about', async () => {
    await text('/hagby')
    await change(publicationOf({ ...municipalityData, name: 'Nya Hagby' }))
    expect(await text('/hagby')).toContain('Nya Hagby')
    expect(await text('/hagby/calendar.ics')).toContain('Nya Hagby')
  })
})

describe('a large answer', () => {
  const pass = (milliseconds: number): void => void (now = new Date(now.getTime() + milliseconds))
  const address = '/hagby/changes?limit=1000'
  const many = (title: string): Publication[] =>
    Array.from({ length: 120 }, (_, at) =>
      publicationOf({ ...eventData, id: `many${at}`, title, summary: `${at} `.repeat(500) }),
    )
  beforeEach(async () => {
    await change(...many('Först'))
    await answers.find(address)
    const kept = await answers.find(address)
    await kept.send('br')
    expect(kept.length).toBeGreaterThan(128 * 1024)
  })

  it('is made once for all who ask at the same time', async () => {
    await change(publicationOf({ ...eventData, id: 'gone' }), publicationOf({ ...eventData, id: 'more' }))
    await change({ ...rows.find((row) => row.id === 'gone')!, state: 'removed', data: null })
    const asked = Array.from({ length: 5 }, async () => answers.find(address))
    expect(new Set(await Promise.all(asked)).size).toBe(1)
  })

  it('may lack the latest for a moment while it is made anew, and is packed when it comes', async () => {
    const before = await answers.find(address)
    await change({
      ...rows.find((row) => row.id === 'many0')!,
      data: { ...eventData, id: 'many0', title: 'Sedan' },
    })
    // A crowd of changes is waited for, and nothing is made.
    expect(answers.ready(address)).toBe(before)
    expect(answers.find(address)).toBe(before)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(answers.ready(address)).toBe(before)
    pass(151)
    expect(answers.ready(address)).toBeUndefined()
    expect(answers.find(address)).toBe(before)
    // Whoever asks while it is made reads nothing of the question.
    expect(answers.ready(address)).toBe(before)
    while (answers.ready(address) === before) await new Promise((resolve) => setTimeout(resolve, 5))
    const after = answers.ready(address)!
    expect(after.packed()).toContain('br')
    const { bytes } = await after.send('br')
    expect(brotliDecompressSync(bytes).toString()).toContain('Sedan')
  })

  it('is not given to those who ask after a later change, and is followed by one that has it', async () => {
    const title = (text: string) => ({ ...eventData, id: 'many1', title: text })
    await change(publicationOf(title('Sedan')))
    pass(151)
    await answers.find(address)
    // The one with the title is being packed when something is taken down.
    await change({ ...rows.find((row) => row.id === 'many0')!, state: 'withdrawn', data: null })
    const asked = [text(address), text(address)]
    for (const found of await Promise.all(asked)) {
      expect(found).toContain('Sedan')
      expect(found).not.toMatch(/"id":"many0","kind":"event","modified":\d+,"state":"updated"/)
      expect(found).toMatch(/"id":"many0","kind":"event","modified":\d+,"state":"deleted"/)
    }
    expect(answers.ready(address)).toBe(await answers.find(address))
  })

  it('lacks nothing that the clock has changed', async () => {
    const until = new Date(instant.getTime() + 400)
    await change(publicationOf({ ...eventData, id: 'brief' }, { visibleUntil: until.toISOString() }))
    pass(301)
    expect(await text(address)).toMatch(/"id":"brief","kind":"event","modified":\d+,"state":"updated"/)
    await change(publicationOf({ ...eventData, id: 'many1' }))
    now = until
    expect(await text(address)).toMatch(/"id":"brief","kind":"event","modified":\d+,"state":"deleted"/)
  })

  it('does not lack it longer than that', async () => {
    await change({
      ...rows.find((row) => row.id === 'many0')!,
      data: { ...eventData, id: 'many0', title: 'Sedan' },
    })
    pass(301)
    expect(answers.ready(address)).toBeUndefined()
    expect(await text(address)).toContain('Sedan')
  })

  it('never shows what was taken down, whatever came after it', async () => {
    await change({ ...rows.find((row) => row.id === 'many0')!, state: 'withdrawn', data: null })
    await change(publicationOf({ ...eventData, id: 'new' }))
    const found = await text(address)
    expect(found).toContain('"id":"new"')
    expect(found).not.toMatch(/"id":"many0","kind":"event","modified":\d+,"state":"updated"/)
  })
})

describe('a calendar of very many events', () => {
  const series = (title: string): Publication[] =>
    Array.from({ length: 1_500 }, (_, at) =>
      publicationOf({
        ...eventData,
        id: `series${at}`,
        title,
        recurrence: { rule: 'FREQ=WEEKLY', exceptions: [], additions: [] },
      }),
    )

  it('is put together by one making for all who wait, however many changes come', async () => {
    await change(...series('Serie'))
    let looked = 0
    const counted = { ...index, municipality: (slug: string) => ((looked += 1), index.municipality(slug)) }
    const own = createFeedAnswers({ index: counted, baseUrl, clock }, createTurns())
    const asked: Promise<ReadyAnswer>[] = []
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await change(publicationOf({ ...eventData, id, title: `Sist ${id}` }))
      asked.push(Promise.resolve(own.find('/hagby/calendar.ics')))
    }
    const found = await Promise.all(asked)
    own.stop()
    expect(new Set(found).size).toBe(1)
    expect((await found[0]!.send('identity')).bytes.toString()).toContain('Sist e')
    // Each asks once; beside that it is begun three times at most.
    expect(looked).toBeLessThanOrEqual(5 + 3)
  })
})

it('reads no event before its turn comes, not even for what stands before the first', async () => {
  const row = publicationOf({ ...eventData, id: 'oslo', zone: 'Europe/Oslo' })
  rows.push(withBytes(row, Buffer.from('{')))
  await index.catchUp()
  const municipality = index.municipality('hagby')!
  const chosen = chosenEvents(municipality, {}, now)
  const setting = { baseUrl, municipality: municipalityData }
  const piece = (_: Publication, __: string, make: () => unknown) => Buffer.from(make() as string)
  const door = { municipality, setting, query: {}, now, id: '', selfUrl: '', piece }
  const { parts } = calendarOf(door, { name: 'Hagby', source: '', page: '' }, chosen, setting)
  expect(parts[0]).toContain('TZID:Europe/Oslo')
  expect(() => parts.forEach((part) => typeof part === 'string' || part())).toThrow(SyntaxError)
})

it('writes the labels of categories that are true now into a calendar', async () => {
  expect(await text('/hagby/calendar.ics')).toContain('CATEGORIES:Idrott\r\n')
  await change(publicationOf({ ...categoryData, labels: { sv: 'Sport' } }))
  expect(await text('/hagby/calendar.ics')).toContain('CATEGORIES:Sport\r\n')
})

it('writes a calendar of pieces as it writes one at once', async () => {
  await change(
    publicationOf({ ...eventData, id: 'oslo', zone: 'Europe/Oslo' }),
    publicationOf({
      ...eventData,
      id: 'weekly',
      recurrence: { rule: 'FREQ=WEEKLY', exceptions: [], additions: [] },
    }),
    publicationOf({ ...eventData, id: 'days', allDay: true, start: '2026-12-01', end: '2026-12-02' }),
    publicationOf({
      ...eventData,
      id: 'begin',
      title: 'BEGIN:VEVENT',
      summary: '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n',
    }),
  )
  const municipality = index.municipality('hagby')!
  const events = ['begin', 'e1', 'oslo', 'weekly', 'days'].map(
    (id) => municipality.find('event', id) as Live<'event'>,
  )
  const facts = (search: string) => ({
    name: 'Hagby kommun',
    source: `${baseUrl}/feed/v1/hagby/calendar.ics${search}`,
    page: `${baseUrl}/hagby`,
  })
  const setting = {
    baseUrl,
    municipality: municipalityData,
    categories: new Map([[categoryData.code, categoryData.labels]]),
  }
  const whole = calendarText(facts(''), events, setting)
  expect(await text('/hagby/calendar.ics')).toBe(whole)
  expect(await text('/hagby/calendar.ics?category=none')).toBe(
    calendarText(facts('?category=none'), [], setting),
  )
})
