import { describe, expect, it } from 'vitest'
import type { Blocks, Demo, DemoEvent, DemoPost, Outcome } from './demo-shape.js'
import { demos, type DemoSlug } from './resolve-demo.js'

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
    const marks: Record<string, string> = {
      sv: 'och att är på som för ett med inte från den det du en vi till av sig efter ska eller',
      nb: 'og er å ikke på som for et med fra etter den det du en vi til av må hos seg skal eller',
      en: 'the and is are of with you we from until for by one has have no be it',
    }
    const score = (language: string, text: string) => {
      const known = (marks[language] ?? '').split(' ')
      const typical = language === 'sv' ? /[äö]/g : language === 'nb' ? /[æø]/g : /[^\s\S]/g
      const words = text.toLowerCase().split(/[^\p{L}]+/u)
      return words.filter((word) => known.includes(word)).length + (text.match(typical) ?? []).length
    }
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
