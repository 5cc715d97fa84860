import { describe, expect, it } from 'vitest'
import { eventData, placeData, publicationOf } from '../feed/examples/publications.js'
import type { Publication } from '../publication/publication.js'
import { ask, feed, ids, index, items, rows, taken, type Items, serveFeed } from './examples/served-feed.js'

serveFeed()

describe('events', () => {
  it('come as occurrences in time order, page by page, each once', async () => {
    const seen: string[] = []
    let next: string | undefined = `${feed}/events?limit=25&to=2027-06-30`
    for (let pages = 0; next && pages < 10; pages += 1) {
      const page = (await ask(next)).json as Items
      seen.push(...page.items.map((one) => `${one.start} ${one.id}`))
      next = page.next?.replace('https://torg.example', '')
      if (next) expect(next).toContain('to=2027-06-30')
    }
    expect(seen).toHaveLength(34)
    expect(new Set(seen).size).toBe(34)
    expect([...seen].sort((a, b) => Date.parse(a.split(' ')[0]!) - Date.parse(b.split(' ')[0]!))).toEqual(
      seen,
    )
  })

  it('are found by what they are part of, and by a place under each of the names that it has had', async () => {
    const add = async (...more: Publication[]): Promise<void> => {
      rows.push(...more)
      await index.catchUp()
    }
    const old = { ...placeData, id: 'p0', replacedBy: 'p1' }
    const at = (id: string, place: string) =>
      publicationOf({ ...eventData, id, umbrella: 'festival', place: { ...eventData.place!, id: place } })
    await add(publicationOf(old), at('day1', 'p0'), at('day2', 'p1'))
    expect(await ids(`${feed}/events?umbrella=festival`)).toEqual(['day1', 'day2'])
    expect(await ids(`${feed}/events?umbrella=fair`)).toEqual([])
    for (const place of ['p0', 'p1'])
      expect(await ids(`${feed}/events?umbrella=festival&place=${place}`)).toEqual(['day1', 'day2'])
    expect(await ids(`${feed}/events?umbrella=festival&place=p2`)).toEqual([])
    for (const data of [old, { ...eventData, id: 'day1' }, { ...eventData, id: 'day2' }])
      await add(publicationOf(data, { ...taken, state: 'erased' }))
  })

  it('have the documented shape', async () => {
    const [first] = await items(`${feed}/events`)
    expect(first).toMatchObject({
      kind: 'event',
      id: 'e1',
      occurrence: '2026-11-24T18:00:00+01:00',
      start: '2026-11-24T18:00:00+01:00',
      end: '2026-11-24T19:30:00+01:00',
      zone: 'Europe/Stockholm',
      status: 'scheduled',
      languages: ['sv', 'en'],
      organisation: { id: 'o1', name: 'IF Hagen' },
      pictures: [{ id: 'm1', renditions: { 320: 'https://torg.example/media/m1/320.webp' } }],
      url: 'https://torg.example/hagby/e/oppen-traning-e1',
    })
  })

  it.each([
    ['category=talk', ['online']],
    ['not-category=talk&collapse=series', ['e1', 'weekly']],
    ['attendance=online', ['online']],
    ['organisation=o2', []],
    ['place=p1&collapse=series', ['e1', 'weekly']],
    ['area=south&collapse=series', ['e1', 'weekly']],
    ['area=north&collapse=series', ['e1', 'weekly', 'online']],
    ['audience=children,seniors&collapse=series', ['e1', 'weekly', 'online']],
    ['free=true&collapse=series', ['e1', 'weekly']],
    ['free=false', []],
    ['age=40', ['online']],
    ['accessibility=step-free,hearing-loop', []],
    ['weekday=sa', ['online']],
    ['bbox=17,59,18,60&collapse=series', ['e1', 'weekly']],
    ['near=59.1,17.21&within=2&collapse=series', ['e1', 'weekly']],
    ['near=60.1,17.21&within=2', []],
    ['q=webbINARIUM', ['online']],
    ['q=open%20training&collapse=series', ['e1', 'weekly', 'online']],
    ['from=2026-12-05&to=2026-12-05', ['online']],
    ['from=2026-12-05T10:00:00Z&to=2026-12-05T10:00:01Z', ['online']],
  ])('%s chooses %j', async (query, expected) =>
    expect(await ids(`${feed}/events?${query}`)).toEqual(expected),
  )

  it.each([
    ['from', 'yesterday'],
    ['from', '2026-02-30'],
    ['to', '2026-12-05T25:00:00Z'],
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1e3'],
    ['limit', ''],
    ['cursor', 'abc'],
    ['cursor', '%00'],
    ['bbox', '1,2,3'],
    ['bbox', '18,60,17,59'],
    ['near', '91,0'],
    ['within', '2'],
    ['weekday', 'monday'],
    ['free', 'yes'],
    ['age', '-1'],
    ['attendance', 'maybe'],
    ['collapse', 'all'],
    ['category', 'a;DROP'],
    ['q', 'x'.repeat(101)],
    ['lang', '../x'],
    ['from', '2026-12-01&from=2026-12-02'],
  ])('refuse %s=%s by name', async (name, value) => {
    const got = await ask(`${feed}/events?${name}=${value}`)
    expect(got.status).toBe(400)
    expect(got.json).toMatchObject({
      code: 'bad-parameter',
      errors: [{ field: name, code: 'bad-parameter' }],
    })
  })

  it('name all faults at once and repeat nothing that was typed', async () => {
    const got = await ask(`${feed}/events?limit=x&free=maybe&%3Cb%3E=1`)
    expect((got.json as { errors: { field: string }[] }).errors.map((one) => one.field)).toEqual([
      'limit',
      'free',
      '?',
    ])
    expect(got.text).not.toContain('maybe')
  })

  it('show the next occurrences with their status, in the language asked for', async () => {
    const one = (await ask(`${feed}/events/weekly?lang=en-GB`)).json as { occurrences: unknown[] }
    expect(one).toMatchObject({
      title: 'Open training',
      language: 'en',
      recurrence: { rule: 'FREQ=WEEKLY', words: 'every week' },
    })
    expect(one.occurrences).toHaveLength(50)
    expect(one.occurrences[1]).toMatchObject({
      occurrence: '2026-12-01T18:00:00+01:00',
      status: 'cancelled',
      statusReason: 'illness',
    })
    expect(((await ask(`${feed}/events/weekly?lang=fi`)).json as Items['items'][0]).language).toBe('sv')
  })
})

describe('posts', () => {
  it('are urgent first, then pinned, then new, and so over pages', async () => {
    expect(await ids(`${feed}/posts`)).toEqual(['urgent', 'pinned', 'n1'])
    const first = (await ask(`${feed}/posts?limit=1`)).json as Items
    expect(await ids(first.next!.replace('https://torg.example', ''))).toEqual(['pinned'])
    expect(await ids(`${feed}/posts?area=south`)).toEqual(['pinned'])
    expect(await ids(`${feed}/posts?type=offer`)).toEqual([])
  })
})

describe('registers', () => {
  it('list organisations, places and categories', async () => {
    expect(await ids(`${feed}/organisations`)).toEqual(['o1'])
    expect(await ids(`${feed}/places`)).toEqual(['p1'])
    expect((await ask(`${feed}/categories`)).json).toMatchObject({
      items: [{ id: 'c1', code: 'sport', labels: { sv: 'Idrott' } }],
    })
  })

  it('the manifest names the vocabularies, the latest change and the other doors', async () => {
    expect((await ask(feed)).json).toMatchObject({
      id: 'hagby',
      zone: 'Europe/Stockholm',
      categories: [{ code: 'sport' }],
      areas: [{ code: 'north' }],
      privacyNotice: { version: '1' },
      links: { changes: 'https://torg.example/feed/v1/hagby/changes?after=0' },
    })
    expect(((await ask('/feed/v1')).json as Items).items.map((one) => one.id)).toEqual(['hagby'])
  })
})
