import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { expect } from 'vitest'
import { asRest, everyField, withoutNulls } from '../support/every-field.js'
import { filtersOf } from './event-filters.js'
import {
  answerFor,
  base,
  coming,
  eventJson,
  firstOfEach,
  nextTimes,
  occurrenceJson,
  postJson,
  postsInOrder,
  registerJson,
  visible,
} from './expected.js'
import { expectedEvent, readCalendar } from './read-calendar.js'
import type { TownServer } from './town-server.js'
import type { Thing, World } from './world.js'

type Json = Record<string, unknown>
const words: Record<string, string> = {
  cancelled: 'Inställt: ',
  postponed: 'Uppskjutet: ',
  rescheduled: 'Ny tid: ',
  'moved-online': 'Flyttat till nätet: ',
  scheduled: '',
}

/** Asks every address of a town, lists and items in every format, and holds each answer against the model. */
export async function checkDoors(world: World, server: TownServer, strictly: boolean): Promise<void> {
  const feed = `${base}/feed/v1/${world.slug}`
  const get = (path: string) => server.get(`${feed}${path}`, strictly)
  await checkServed(world, server)
  if (!world.municipality.active) {
    for (const path of [
      '',
      '/changes?after=0',
      '/events',
      '/posts',
      '/calendar.ics',
      '/events.rss',
      '/places',
    ])
      expect([path, (await get(path)).body]).toMatchObject([path, { status: 410, state: 'closed' }])
  } else {
    await checkLists(world, get)
    await checkFeeds(world, get)
    await checkGraphQL(world, server, strictly)
  }
  for (const id of world.eventIds) await checkItem(world, world.thing('event', id), 'events', id, get)
  for (const id of world.postIds) await checkItem(world, world.thing('post', id), 'posts', id, get)
  if (strictly) await checkPages(world, server)
  const shown = new Set(
    [...visible(world, 'event'), ...visible(world, 'post')].flatMap(
      (one) => (one.event ?? one.post)!.pictures,
    ),
  )
  for (const id of world.pictureIds)
    expect([id, (await server.get(`${base}/media/${id}/320.webp`)).status]).toEqual([
      id,
      shown.has(id) ? 200 : 404,
    ])
}
type Get = (path: string) => ReturnType<TownServer['get']>

/** The pages for people, each by the address that the feed gives it, and the list of them for search engines. */
async function checkPages(world: World, server: TownServer): Promise<void> {
  const all = [
    ...world.eventIds.map((id) => ['event', 'e', id] as const),
    ...world.postIds.map((id) => ['post', 'p', id] as const),
  ]
  for (const [kind, part, id] of all) {
    const { status, text } = await server.get(`${base}/${world.slug}/${part}/slug-${id}`)
    const thing = world.thing(kind, id)
    expect([id, status]).toEqual([id, answerFor(world, thing).status])
    if (status === 200) expect(text).toContain(`"@id":"${base}/${world.slug}/${part}/${id}"`)
  }
  const { text } = await server.get(`${base}/sitemap.xml`)
  const listed = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!)
  const open = all.filter(([kind, , id]) => visible(world, kind).some((one) => one.id === id))
  const expected = [
    `${base}/${world.slug}`,
    ...open.map(([, part, id]) => `${base}/${world.slug}/${part}/slug-${id}`),
  ]
  expect(listed.filter((url) => url.startsWith(`${base}/${world.slug}`)).sort()).toEqual(
    world.municipality.active ? expected.sort() : [],
  )
}

async function checkServed(world: World, server: TownServer): Promise<void> {
  const { body } = await server.get(`${base}/feed/v1`)
  const ids = (body.items as unknown as Json[]).map((one) => one.id)
  expect(ids.includes(world.slug)).toBe(world.municipality.active)
}

async function readList(get: Get, path: string): Promise<unknown[]> {
  const all: unknown[] = []
  for (let next: string | undefined = path; next;) {
    const { status, body } = await get(next)
    expect([next, status]).toEqual([next, 200])
    all.push(...(body.items as unknown as unknown[]))
    next = (body.next as string | undefined)?.replace(/^.*\/feed\/v1\/[^/]+/, '')
  }
  return all
}

async function checkLists(world: World, get: Get): Promise<void> {
  const list = coming(world)
  expect(await readList(get, '/events?limit=7')).toEqual(list.map((one) => occurrenceJson(world, one)))
  expect(await readList(get, '/events?collapse=series&limit=3')).toEqual(
    firstOfEach(list).map((one) => occurrenceJson(world, one)),
  )
  const { search, fits } = filtersOf(world)
  const chosen = list.filter(fits)
  const asked = [search, chosen.map((one) => occurrenceJson(world, one))]
  expect([search, await readList(get, `/events?${search}&limit=4`)]).toEqual(asked)
  expect([...readCalendar((await get(`/calendar.ics?${search}`)).text).keys()]).toEqual([
    ...new Set(chosen.map((one) => one.thing.id)),
  ])
  const posts = postsInOrder(world)
  expect(await readList(get, '/posts?limit=1')).toEqual(posts.map((one) => postJson(world, one)))
  for (const [kind, path] of [
    ['organisation', '/organisations'],
    ['place', '/places?limit=2'],
    ['category', '/categories'],
  ] as const)
    expect(await readList(get, path)).toEqual(visible(world, kind).map((one) => registerJson(world, one)))
  const { body } = await get('')
  expect(body).toMatchObject({ ...registerJson(world, world.municipality), latest: world.latest })
  expect((body.categories as unknown as Json[]).map((one) => one.code)).toEqual(
    visible(world, 'category').map((one) => one.name),
  )
}

async function checkFeeds(world: World, get: Get): Promise<void> {
  const list = firstOfEach(coming(world)).slice(0, 50)
  const posts = postsInOrder(world)
  const entries = {
    events: list.map(({ thing, time }) => [thing.id, words[time.status]! + thing.event!.title]),
    posts: posts.map((one) => [one.id, one.post!.title]),
  }
  for (const name of ['events', 'posts'] as const) {
    const json = (await get(`/${name}.json`)).body.items as unknown as { id: string; title: string }[]
    expect(json.map((one) => [one.id, one.title])).toEqual(entries[name])
    const rss = parseRssFeed((await get(`/${name}.rss`)).text).items ?? []
    expect(rss.map((one) => [one.guid?.value, one.title])).toEqual(entries[name])
    const atom = parseAtomFeed((await get(`/${name}.atom`)).text).entries ?? []
    expect(atom.map((one) => [one.id?.replace('urn:torg:', ''), titleOf(one.title)])).toEqual(entries[name])
  }
  const calendar = readCalendar((await get('/calendar.ics')).text)
  const chosen = [...new Set(coming(world).map((one) => one.thing))]
  expect([...calendar.keys()]).toEqual(chosen.map((one) => one.id))
  for (const thing of chosen) expect(calendar.get(thing.id)).toEqual(expectedEvent(thing))
}
const titleOf = (title: unknown): unknown =>
  typeof title === 'object' && title !== null && 'value' in title ? title.value : title

async function checkGraphQL(world: World, server: TownServer, strictly: boolean): Promise<void> {
  const query = `{ manifest(municipality: "${world.slug}") { latest name }
    events(municipality: "${world.slug}", limit: 5) { items { ${everyField('Occurrence')} } }
    posts(municipality: "${world.slug}", limit: 5) { items { ${everyField('Post', 1)} } }
    places(municipality: "${world.slug}") { items { ${everyField('Place')} } } }`
  const { body } = await server.get(
    `${base}/feed/v1/graphql?${new URLSearchParams({ query }).toString()}`,
    strictly,
  )
  const data = body.data as unknown as Record<string, { items: unknown[]; latest: number; name: string }>
  const items = (field: string, type: string) =>
    data[field]!.items.map((one) => withoutNulls(asRest(one, type)))
  expect(data.manifest).toEqual({ latest: world.latest, name: world.municipality.name })
  expect(items('events', 'Occurrence')).toEqual(
    coming(world)
      .slice(0, 5)
      .map((one) => withoutNulls(occurrenceJson(world, one))),
  )
  expect(items('posts', 'Post').map(withoutTree)).toEqual(
    postsInOrder(world)
      .slice(0, 5)
      .map((one) => withoutTree(withoutNulls(postJson(world, one)))),
  )
  expect(items('places', 'Place')).toEqual(
    visible(world, 'place').map((one) => withoutNulls(registerJson(world, one))),
  )
}
const withoutTree = (item: unknown): unknown =>
  JSON.parse(JSON.stringify(item, (name, each: unknown) => (name === 'nodes' ? undefined : each)))

async function checkItem(
  world: World,
  thing: Thing | undefined,
  kind: 'events' | 'posts',
  id: string,
  get: Get,
): Promise<void> {
  const expected = answerFor(world, thing)
  const formats = kind === 'events' ? ['', '.ics', '.jsonld'] : ['']
  for (const end of formats) {
    const { status, body, text } = await get(`/${kind}/${id}${end}`)
    expect([id, end, status]).toEqual([id, end, expected.status])
    if (status !== 200) {
      const { state, reason, explanation } = body as Json
      expect({ status, ...(withoutNulls({ state, reason, explanation }) as Json) }).toEqual(expected)
    } else if (kind === 'posts') expect(body).toEqual(postJson(world, thing!))
    else if (end === '') expect(body).toEqual(eventJson(world, thing!, nextTimes(world, thing!)))
    else if (end === '.ics') expect([...readCalendar(text)]).toEqual([[id, expectedEvent(thing!)]])
    else checkJsonLd(world, thing!, body)
  }
  const english = await get(`/${kind}/${id}?lang=en`)
  if (english.status === 200)
    expect(english.body).toEqual(
      kind === 'posts'
        ? postJson(world, thing!, 'en')
        : eventJson(world, thing!, nextTimes(world, thing!), 'en'),
    )
}

function checkJsonLd(world: World, thing: Thing, body: Json): void {
  const whole = eventJson(world, thing, nextTimes(world, thing))
  const moved = ['rescheduled', 'moved-online'].includes(String(whole.status)) && whole.previousStart !== null
  const first = { name: thing.organisationName }
  const beside = world.namedBeside(thing).map(({ name }) => ({ name }))
  expect(body).toMatchObject({
    '@type': thing.event!.times > 1 ? 'EventSeries' : 'Event',
    '@id': `${base}/${world.slug}/e/${thing.id}`,
    url: whole.url,
    name: thing.event!.title,
    startDate: whole.start,
    organizer: beside.length === 0 ? first : [first, ...beside],
    ...(moved && { previousStartDate: whole.previousStart }),
  })
  expect('previousStartDate' in body).toBe(moved)
  const parts = (body.subEvent ?? []) as Json[]
  expect(parts.map((one) => one.startDate)).toEqual(
    thing.event!.times > 1
      ? nextTimes(world, thing).map((_, at) => (whole.occurrences as Json[])[at]!.start)
      : [],
  )
}
