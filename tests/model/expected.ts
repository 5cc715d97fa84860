import type { EventStatus } from '../../src/publication/public-data.js'
import { dayOf, instantOf, shown, startOfDay, type Zone } from './clock-of-stockholm.js'
import { dateOf, ruleInWords, ruleOf, timesOf, type EventModel, type Time } from './event-model.js'
import { positionOf, type Thing, type World } from './world.js'

/** What each address should answer, worked out from the model. */
type Json = Record<string, unknown>
export const base = 'https://torg.example'

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
export const visible = (world: World, kind: Thing['kind']): Thing[] =>
  world
    .ofKind(kind)
    .filter((one) => world.isVisible(one))
    .sort((a, b) => order(a.id, b.id))

const told = (time: number | string | null, zone: Zone): string | null =>
  typeof time === 'number' ? shown(time, zone) : time
const plain = (name: number | string): string =>
  typeof name === 'number' ? new Date(name).toISOString() : name

export interface Listed {
  thing: Thing
  time: Time
}
/** All visible times from the start of today on, in order. */
export function coming(world: World): Listed[] {
  const today = startOfDay(dayOf(world.now))
  return visible(world, 'event')
    .flatMap((thing) => timesKept(thing).map((time) => ({ thing, time })))
    .filter(({ time }) => Math.max(time.to, time.from + 1) > today)
    .sort(
      (a, b) =>
        a.time.from - b.time.from ||
        order(a.thing.id, b.thing.id) ||
        order(plain(a.time.name), plain(b.time.name)),
    )
}
/** Each event once, at its first coming time. */
export function firstOfEach(list: Listed[]): Listed[] {
  return list.filter(({ thing }, at) => list.findIndex((one) => one.thing === thing) === at)
}

/** Of a series those that were not over when it was last written. */
export function timesKept(thing: Thing): Time[] {
  const times = timesOf(thing.event!)
  const { zone } = thing.event!
  const from = startOfDay(dayOf(thing.modified, zone), zone)
  return thing.event!.times === 1 ? times : times.filter((one) => Math.max(one.to, one.from + 1) > from)
}

function words(model: { title: string; english: string | null }, lang: string | undefined) {
  const english = lang === 'en' && model.english !== null
  return {
    title: english ? model.english : model.title,
    language: english ? 'en' : 'sv',
    languages: model.english === null ? ['sv'] : ['sv', 'en'],
  }
}
const pictures = (ids: string[], alt: (id: string) => string, credit: string | null) =>
  ids.map((id) => ({
    id,
    alt: alt(id),
    credit,
    width: 800,
    height: 600,
    renditions: { 320: `${base}/media/${id}/320.webp`, 800: `${base}/media/${id}/800.webp` },
  }))

function common(world: World, thing: Thing, lang?: string): Json {
  const event = thing.event!
  const said = words(event, lang)
  return {
    kind: 'event',
    id: thing.id,
    ...said,
    summary: said.language === 'en' ? null : `Om ${event.title}`,
    zone: event.zone,
    allDay: event.hour === null,
    attendance: event.attendance,
    onlineUrl: event.attendance === 'in-person' ? null : 'https://moten.example/rum',
    organisation: { id: thing.organisation, name: thing.organisationName },
    coOrganisers: world.namedBeside(thing),
    categories: event.categories,
    audiences: event.audiences,
    areas: event.areas,
    age: event.age,
    accessibility: event.accessibility,
    price:
      event.free === null ? null : { free: event.free, from: null, to: null, currency: null, note: null },
    pictures: pictures(event.pictures, (id) => `Bild ${id}`, null),
    url: `${base}/${world.slug}/e/slug-${thing.id}`,
    links: {
      json: `${base}/feed/v1/${world.slug}/events/${thing.id}`,
      calendar: `${base}/feed/v1/${world.slug}/events/${thing.id}.ics`,
    },
    umbrella: event.umbrella,
    place: world.placeFacts(event.place),
  }
}
const timeJson = (time: Time, zone: Zone): Json => ({
  start: told(time.start, zone),
  end: told(time.end, zone),
  status: time.status,
  statusReason: time.reason,
  previousStart: told(time.previous, zone),
})

export function occurrenceJson(world: World, { thing, time }: Listed): Json {
  const { zone, place } = thing.event!
  return {
    ...common(world, thing),
    ...timeJson(time, zone),
    occurrence: told(time.name, zone),
    note: time.note,
    place: world.placeFacts(time.place ?? place),
  }
}

/** The time that an event has as a whole: of a series its first as the rule begins, however it was changed. */
function wholeTime(event: EventModel): Time {
  if (event.times === 1) return timesOf(event)[0]!
  const bare = {
    ...event,
    times: 1,
    without: [],
    extra: null,
    changes: [],
    series: { status: 'scheduled' as EventStatus, reason: null, previous: null },
  }
  const { status, reason, previous } = event.series
  return { ...timesOf(bare)[0]!, status, reason, previous }
}

export function eventJson(world: World, thing: Thing, times: Time[], lang?: string): Json {
  const event = thing.event!
  const whole = wholeTime(event)
  return {
    ...common(world, thing, lang),
    ...timeJson(whole, event.zone),
    place: world.placeFacts(whole.place ?? event.place),
    note: whole.note,
    body: null,
    translations:
      event.english === null ? [] : [{ language: 'en', title: event.english, summary: null, body: null }],
    recurrence: recurrenceJson(event, lang),
    occurrences: times.map((one) => ({
      ...timeJson(one, event.zone),
      occurrence: told(one.name, event.zone),
      ...(one.place && { place: world.placeFacts(one.place) }),
      ...(one.note && { note: one.note }),
    })),
    booking: null,
    capacityNote: null,
    contact: null,
    published: shown(thing.published!, event.zone),
    modified: shown(thing.modified, event.zone),
  }
}
function recurrenceJson(event: EventModel, lang: string | undefined): Json | null {
  if (event.times === 1) return null
  const named = (date: string): string =>
    event.hour === null ? date : shown(instantOf(date, event.hour, event.zone), event.zone)
  return {
    rule: ruleOf(event),
    exceptions: event.without.map((time) => named(dateOf(event, time))),
    additions: event.extra ? [named(event.extra)] : [],
    words: ruleInWords(event, lang === 'en' ? 'en' : 'sv'),
  }
}

export function nextTimes(world: World, thing: Thing): Time[] {
  const { zone } = thing.event!
  const today = startOfDay(dayOf(world.now, zone), zone)
  return timesKept(thing).filter((one) => one.to > today || one.from >= today)
}

export function postJson(world: World, thing: Thing, lang?: string): Json {
  const post = thing.post!
  const said = words(post, lang)
  return {
    kind: 'post',
    id: thing.id,
    ...said,
    type: post.type,
    excerpt: said.language === 'en' ? '' : 'Kort.',
    body:
      said.language === 'en'
        ? null
        : {
            html: '<p>Lång.</p>',
            nodes: [{ type: 'paragraph', children: [{ type: 'text', text: 'Lång.' }] }],
          },
    translations:
      post.english === null ? [] : [{ language: 'en', title: post.english, summary: null, body: null }],
    organisation: { id: thing.organisation, name: thing.organisationName },
    categories: post.categories,
    audiences: [],
    areas: post.areas,
    pictures: pictures(post.pictures, () => '', 'Foto'),
    link: null,
    pinned: post.pinned,
    importance: post.importance,
    published: shown(thing.published!),
    updated: shown(thing.modified),
    visibleUntil: shown(thing.until!),
    url: `${base}/${world.slug}/p/slug-${thing.id}`,
  }
}

const rank = ({ post }: Thing): number => (post!.importance === 'urgent' ? 0 : post!.pinned ? 1 : 2)
export const postsInOrder = (world: World): Thing[] =>
  visible(world, 'post').sort((a, b) => rank(a) - rank(b) || b.published! - a.published! || order(a.id, b.id))

export function registerJson(world: World, thing: Thing): Json {
  const { kind, id, name } = thing
  if (kind === 'organisation')
    return {
      kind,
      id,
      name,
      organisationKind: 'association',
      description: null,
      contact: { email: null, phone: null, website: null },
      logo: null,
      surfaces: ['calendar'],
    }
  if (kind === 'place')
    return {
      kind,
      id,
      name,
      address: null,
      ...positionOf(id),
      accessibility: [],
      replacedBy: thing.replacedBy,
    }
  if (kind === 'category')
    return { kind, id, code: name, labels: { sv: `Rubrik ${name}` }, icon: null, surfaces: ['calendar'] }
  return {
    kind,
    id,
    name,
    country: 'SE',
    languages: ['sv'],
    zone: 'Europe/Stockholm',
    colour: null,
    logo: null,
    surfaces: ['calendar'],
    audiences: [],
    areas: [],
    privacyNotice: { version: '1', text: { sv: 'Inget lagras.' }, url: null },
    reportUrl: null,
    demo: false,
    url: `${base}/${world.slug}`,
  }
}

/** The item of any kind as `changes` carries it. */
export function itemJson(world: World, thing: Thing): Json {
  if (thing.event) return eventJson(world, thing, timesKept(thing))
  return thing.post ? postJson(world, thing) : registerJson(world, thing)
}

/** What a reader of the changes holds once it has read all of them. */
export function everything(world: World): Map<string, Json> {
  const seen = [...world.things.values()].filter((one) => world.isVisible(one))
  return new Map(seen.map((one) => [one.id, itemJson(world, one)]))
}

const ninetyDays = 90 * 86_400_000
/** What an address of one item answers: the item, that it is gone and why, or nothing. */
export function answerFor(
  world: World,
  thing: Thing | undefined,
): { status: number; state?: string; reason?: string; explanation?: string } {
  if (!world.municipality.active) return { status: 410, state: 'closed' }
  if (!thing || ['none', 'scheduled', 'erased'].includes(thing.state)) return { status: 404 }
  const over = thing.state === 'live' && thing.until !== null && thing.until <= world.now
  if (thing.state !== 'live' || over) {
    const since = over ? thing.until! : (thing.ended ?? thing.modified)
    if (world.now - since >= ninetyDays) return { status: 404 }
    return {
      status: 410,
      state: over ? 'expired' : thing.state,
      ...(thing.reason && { reason: thing.reason }),
      ...(thing.explanation && { explanation: thing.explanation }),
    }
  }
  return world.isVisible(thing) ? { status: 200 } : { status: 410, state: 'suspended' }
}
