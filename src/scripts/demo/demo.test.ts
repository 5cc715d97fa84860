import { Temporal } from 'temporal-polyfill'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { easterSunday, resolveDay } from './demo-days.js'
import type { Blocks, Demo, DemoEvent, DemoPost, Outcome } from './demo-shape.js'
import { drawPicture, renderPicture } from './pictures.js'
import { demos, resolveDemo, type DemoSlug } from './resolve-demo.js'
import { resolveWhen } from './resolve-when.js'

const today = '2026-11-23'
const slugs = Object.keys(demos) as DemoSlug[]
const all: Demo[] = Object.values(demos)
const events: DemoEvent[] = all.flatMap((demo) => demo.events)
const posts: DemoPost[] = all.flatMap((demo) => demo.posts)
const documents = [...events, ...posts]
const repeated = (words: string[]) => words.filter((word, index) => words.indexOf(word) !== index)

/** Every text that a person wrote, municipality by municipality. */
const everything = JSON.stringify(all)
const sentencesOf = (blocks: Blocks) =>
  blocks
    .filter((block) => !block.startsWith('## '))
    .flatMap((block) => block.split(/(?<=[.!?])\s+(?=[A-ZÅÄÖÆØ])/))

describe('the demo content', () => {
  it('has as much to show as was promised', () => {
    expect(events.length).toBeGreaterThanOrEqual(150)
    expect(posts.length).toBeGreaterThanOrEqual(40)
    expect(all.flatMap((demo) => demo.organisations)).toHaveLength(8)
    expect(all.flatMap((demo) => demo.places)).toHaveLength(16)
    expect(new Set(posts.map((post) => post.type)).size).toBe(5)
    expect(posts.some((post) => post.pinned)).toBe(true)
    expect(new Set(posts.map((post) => post.importance ?? 'normal'))).toEqual(
      new Set(['normal', 'important', 'urgent']),
    )
  })

  it('shows an organisation that waits for approval and one that is suspended', () => {
    const outcomes = all.map((demo) => demo.organisations.map((organisation) => organisation.outcome))
    for (const outcome of outcomes) expect(outcome).toContain('applied')
    expect(outcomes.flat()).toContain('suspended')
  })

  it('lets nobody write who is not approved yet', () => {
    for (const demo of all) {
      const applied = demo.organisations.filter(({ outcome }) => outcome === 'applied').map(({ key }) => key)
      expect(
        [...demo.events, ...demo.posts].filter(({ organisation }) => applied.includes(organisation)),
      ).toEqual([])
    }
  })

  it.each(slugs)('uses in %s only keys and codes that exist, once each', (slug) => {
    const { municipality, organisations, places, pictures, events, posts }: Demo = demos[slug]
    const keys = (list: { key: string }[]) => list.map(({ key }) => key)
    const codes = (list: { code: string }[]) => list.map(({ code }) => code)
    for (const list of [organisations, places, pictures, events, posts])
      expect(repeated(keys(list))).toEqual([])
    for (const document of [...events, ...posts]) {
      expect(keys(organisations)).toContain(document.organisation)
      expect(codes(municipality.categories)).toEqual(expect.arrayContaining(document.categories))
      expect(document.categories).not.toEqual([])
      expect(codes(municipality.audiences)).toEqual(expect.arrayContaining(document.audiences ?? []))
      expect(codes(municipality.areas)).toEqual(expect.arrayContaining(document.areas ?? []))
      expect(keys(pictures)).toEqual(expect.arrayContaining(document.pictures ?? []))
    }
    for (const event of events) {
      expect(keys(organisations)).toEqual(expect.arrayContaining(event.coOrganisers ?? []))
      expect(event.coOrganisers ?? []).not.toContain(event.organisation)
      const moved = (event.when.repeat?.moved ?? []).flatMap(({ place }) => place ?? [])
      expect(keys(places)).toEqual(expect.arrayContaining([...(event.place ? [event.place] : []), ...moved]))
      if (event.umbrella) expect(keys(events)).toContain(event.umbrella)
      expect(Boolean(event.place) || Boolean(event.address) || event.attendance === 'online', event.key).toBe(
        true,
      )
      expect(event.place && event.address, event.key).toBeFalsy()
      if (event.attendance && event.attendance !== 'in-person') expect(event.onlineUrl).toBeTruthy()
    }
  })

  it.each(slugs)('files in %s every document under a category of its surface', (slug) => {
    const { municipality, events, posts }: Demo = demos[slug]
    const on = (surface: 'calendar' | 'community') =>
      municipality.categories.filter(({ surfaces }) => surfaces.includes(surface)).map(({ code }) => code)
    for (const event of events) expect(on('calendar')).toEqual(expect.arrayContaining(event.categories))
    for (const post of posts) expect(on('community')).toEqual(expect.arrayContaining(post.categories))
  })

  it('has every workflow outcome among the events and among the posts', () => {
    const outcomes: Record<Outcome, true> = {
      approved: true,
      'approved-with-pending-edit': true,
      'changes-requested': true,
      draft: true,
      'in-review': true,
      'published-by-editor': true,
      appealed: true,
      rejected: true,
      removed: true,
      scheduled: true,
      withdrawn: true,
    }
    const found = (list: (DemoEvent | DemoPost)[]) =>
      new Set(list.map(({ fate }) => fate?.outcome ?? 'approved'))
    expect([...found(events)].sort()).toEqual(Object.keys(outcomes).sort())
    expect([...found(posts)].sort()).toEqual(
      Object.keys(outcomes)
        .filter((outcome) => outcome !== 'published-by-editor')
        .sort(),
    )
  })

  it('gives only reasons from the closed lists or the house rules', () => {
    const closed = ['personal-data', 'not-local', 'commercial', 'duplicate', 'incomplete', 'illegal', 'other']
    for (const { municipality, events, posts } of all) {
      const refusals = [...closed, ...municipality.houseRules.map(({ code }) => code)]
      for (const { fate, key } of [...events, ...posts]) {
        if (!fate || !('reason' in fate)) continue
        const allowed =
          fate.outcome === 'withdrawn' ? ['organiser', 'wrong-information', 'duplicate', 'other'] : refusals
        expect(allowed, key).toContain(fate.reason)
      }
      for (const announced of events.flatMap((event) => event.announce ?? []))
        expect(['organiser', 'weather', 'illness', 'venue', 'other']).toContain(announced.reason)
    }
  })

  it.each(slugs)('gives each event and each post of %s a title of its own', (slug) => {
    expect(repeated(demos[slug].events.map(({ title }) => title))).toEqual([])
    expect(repeated(demos[slug].posts.map(({ title }) => title))).toEqual([])
  })

  it('repeats no sentence', () => {
    const bodies = documents.flatMap(({ body, translations }) => [
      body,
      ...(translations ?? []).map((words) => words.body),
    ])
    const summaries = events.map(({ summary }) => summary)
    expect(repeated([...bodies.flatMap(sentencesOf), ...summaries])).toEqual([])
    for (const summary of summaries) expect(summary.length).toBeLessThanOrEqual(300)
  })

  it('names nobody and holds no address that could reach anyone', () => {
    const addresses = everything.match(/[\w.+-]+@[\w.-]+/g) ?? []
    expect(addresses.length).toBeGreaterThan(8)
    for (const address of addresses) expect(address).toMatch(/\.example\.?$/)
    for (const url of everything.match(/https?:\/\/[^)"\s/]+/g) ?? [])
      expect(url).toMatch(/^https:.*\.example$/)
    expect(everything).not.toMatch(/\d{6}\s?[-+A]?\s?\d{4}|\d{6}\s?\d{5}|\d{6}[-+A]\d{3}\w/)
    expect(everything).not.toMatch(/\+4[5-7]|\b0\d{1,3}[- ]\d{2,3} ?\d{2}/)
  })

  it('is written in the language that it says', () => {
    const marks: Record<string, RegExp> = {
      sv: /\b(och|att|är|på|som|för|ett|med|inte|från|den|det|du|en|vi|till|av)\b|[äö]/gi,
      nb: /\b(og|er|å|ikke|på|som|for|et|med|fra|etter|den|det|du|en|vi|til|av|må|hos)\b|[æø]/gi,
      en: /\b(the|and|is|are|of|to|in|with|you|we|from|a)\b/gi,
    }
    const score = (language: string, text: string) => (text.match(marks[language] ?? /$^/g) ?? []).length
    for (const { municipality, events, posts } of all) {
      const home = municipality.languages[0] ?? ''
      for (const document of [...events, ...posts]) {
        const ownWords = [
          document.title,
          'summary' in document ? document.summary : '',
          ...document.body,
        ].join(' ')
        const texts = [
          { language: document.language ?? home, text: ownWords, key: document.key },
          ...(document.translations ?? []).map((words) => ({
            ...words,
            text: words.body.join(' '),
            key: document.key,
          })),
        ]
        expect(repeated(texts.map(({ language }) => language))).toEqual([])
        for (const { language, text, key } of texts) {
          expect(municipality.languages).toContain(language)
          const others = ['sv', 'nb', 'en'].filter((other) => other !== language)
          for (const other of others)
            expect(score(language, text), `${key} in ${language}`).toBeGreaterThanOrEqual(score(other, text))
        }
        if (home === 'sv') expect(ownWords, document.key).not.toMatch(/[æø]/i)
        else expect(ownWords, document.key).not.toMatch(/[äö]/i)
      }
    }
  })
})

describe('the demo in time', () => {
  const wholeYear = Array.from({ length: 61 }, (_, index) =>
    Temporal.PlainDate.from(today)
      .add({ days: index * 6 })
      .toString(),
  )

  it.each(wholeYear)('lies ahead and within the twelve months after %s', (day) => {
    for (const slug of slugs) {
      const { municipality, events } = resolveDemo(slug, day)
      const seeded = Temporal.PlainDate.from(day)
      // A yearly feast whose day has just passed may return a little later in the year; the feed looks 400 days ahead.
      const last = seeded.add(day === today ? { years: 1 } : { days: 400 })
      for (const { key, content } of events) {
        const first = content.startDate
          ? Temporal.PlainDate.from(content.startDate)
          : Temporal.Instant.from(content.start ?? '')
              .toZonedDateTimeISO(municipality.zone)
              .toPlainDate()
        expect(Temporal.PlainDate.compare(first, seeded), `${key} starts too early`).toBe(1)
        expect(Temporal.PlainDate.compare(first, last), `${key} starts too late`).toBeLessThan(1)
        if (content.end) expect(content.end > (content.start ?? ''), key).toBe(true)
        if (content.bookingCloses)
          expect(content.bookingCloses < (content.start ?? `${content.startDate}T24`), key).toBe(true)
        for (const excluded of content.exceptions)
          expect(content.overrides.map(({ occurrence }) => occurrence)).not.toContain(excluded)
      }
    }
  })

  it('has an event in each municipality that lasts through the change of the clock', () => {
    for (const slug of slugs) {
      const { municipality, events } = resolveDemo(slug, today)
      const offset = (instant: string) =>
        Temporal.Instant.from(instant).toZonedDateTimeISO(municipality.zone).offset
      const across = events.filter(({ content: { start, end, recurrenceRule } }) =>
        Boolean(start && end && !recurrenceRule && offset(start) !== offset(end)),
      )
      expect(across).toHaveLength(1)
    }
  })

  it('keeps a weekly event at its hour across the change of the clock', () => {
    const when = {
      day: { weekday: 'TU' as const },
      from: '18:00',
      to: '19:00',
      repeat: { every: 'week' as const, interval: 1, weekdays: ['TU' as const], until: 200 },
    }
    const { occurrences, recurrenceRule } = resolveWhen(when, {
      today: Temporal.PlainDate.from(today),
      zone: 'Europe/Stockholm',
    })
    expect(occurrences[0]).toBe('2026-11-24T17:00:00Z')
    expect(occurrences.at(-1)).toBe('2027-06-08T16:00:00Z')
    expect(recurrenceRule).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20270611T215900Z')
  })

  it('shows cancelled, postponed and moved occurrences, all-day, online and umbrella events', () => {
    const resolved = slugs.flatMap((slug) => resolveDemo(slug, today).events)
    const announced = resolved.flatMap(({ announcements: { series, occurrences } }) => [
      ...(series ? [series] : []),
      ...Object.values(occurrences),
    ])
    expect(announced.filter(({ status }) => status === 'cancelled').length).toBeGreaterThan(2)
    expect(announced.find(({ status }) => status === 'postponed')?.previousStart).toMatch(/Z$/)
    expect(
      resolved.filter(({ content }) => content.overrides.some(({ start }) => start)).length,
    ).toBeGreaterThan(1)
    expect(resolved.filter(({ content }) => content.allDay).length).toBeGreaterThan(5)
    expect(resolved.filter(({ content }) => content.attendance === 'online').length).toBeGreaterThan(1)
    expect(resolved.filter(({ content }) => content.umbrella).length).toBeGreaterThan(8)
    expect(resolved.filter(({ content }) => content.recurrenceRule).length).toBeGreaterThan(30)
  })

  it('holds scheduled content back until a day that is still to come, and before the event', () => {
    const scheduled = slugs.flatMap((slug) => {
      const { events, posts } = resolveDemo(slug, today)
      return [...events, ...posts].filter(({ fate }) => fate.outcome === 'scheduled')
    })
    expect(scheduled.length).toBeGreaterThan(3)
    for (const { content } of scheduled) expect(String(content.visibleFrom) > `${today}T24`).toBe(true)
  })

  it('knows the days that the calendar moves', () => {
    expect([2025, 2026, 2027, 2028].map((year) => easterSunday(year).toString())).toEqual([
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
    ])
    const resolve = (day: Parameters<typeof resolveDay>[0], from = today) =>
      resolveDay(day, Temporal.PlainDate.from(from), 'Europe/Oslo').toString()
    expect(resolve({ on: '11-27', weekday: 'SU' })).toBe('2026-11-29')
    expect(resolve({ on: '11-23' })).toBe('2027-11-23')
    expect(resolve({ nth: 4, weekday: 'MO' })).toBe('2026-12-28')
    expect(resolve({ clockChange: -1 })).toBe('2027-03-27')
    expect(resolve({ clockChange: -1 }, '2027-03-27')).toBe('2027-10-30')
    expect(resolve({ weekday: 'MO' })).toBe('2026-11-30')
  })

  it('refuses a day that is none', () => {
    expect(() => resolveDemo('hagby', '2026-13-01')).toThrow(RangeError)
  })
})

describe('the pictures of the demo', () => {
  const pictures = all.flatMap((demo) => demo.pictures)

  it('are at least fourteen, all different, each with words for those who do not see them', () => {
    expect(new Set(pictures.map(({ motif }) => motif)).size).toBeGreaterThanOrEqual(14)
    expect(new Set(pictures.map(drawPicture)).size).toBe(pictures.length)
    expect(repeated(pictures.map(({ alt }) => alt))).toEqual([])
    for (const { alt, credit } of pictures) {
      expect(alt.length).toBeGreaterThan(30)
      expect(credit).toBeTruthy()
    }
  })

  it.each(pictures)('draws $key at 1600 × 900', async (picture) => {
    const jpeg = await renderPicture(picture)
    expect(await sharp(jpeg).metadata()).toMatchObject({ width: 1600, height: 900, format: 'jpeg' })
    const { channels } = await sharp(jpeg).stats()
    for (const { stdev } of channels) expect(stdev).toBeGreaterThan(15)
  })

  it('refuses an unknown motif', () => {
    expect(() => drawPicture({ key: 'x', motif: 'sunset', palette: 'day' })).toThrow(/unknown motif/)
    expect(() => drawPicture({ key: 'x', motif: 'fjord', palette: 'neon' })).toThrow(/unknown palette/)
  })
})
