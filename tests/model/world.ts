import type { PublicationReader } from '../../src/feed/reader.js'
import type { PublicItem } from '../../src/publication/public-data.js'
import type { Publication, PublicationKind } from '../../src/publication/publication.js'
import type { Chance } from './chance.js'
import { day, hour } from './clock-of-stockholm.js'
import { dataOf, overAt, someEvent, timesOf, type EventModel } from './event-model.js'

/** What the model knows of one thing that was or is public. Nothing here is taken from the code that is tested. */
export interface Thing {
  kind: PublicationKind
  id: string
  organisation: string | null
  state: Publication['state']
  event?: EventModel
  post?: PostModel
  /** Of a register. */
  name?: string
  replacedBy?: string | null
  /** Of the organisation, when this was last written. */
  organisationName: string
  /** Those beside it, as they were then. */
  beside: { id: string; name: string; active: boolean }[]
  active: boolean
  hidden: Publication['hidden']
  from: number | null
  until: number | null
  published: number | null
  modified: number
  ended: number | null
  number: number
  sequence: number
  reason: string | null
  explanation: string | null
}
export interface PostModel {
  title: string
  english: string | null
  type: 'news' | 'notice'
  importance: 'normal' | 'important' | 'urgent'
  pinned: boolean
  categories: string[]
  areas: string[]
  pictures: string[]
}

const known = {
  organisations: ['o1', 'o2'],
  places: ['p1', 'p2', 'p3'],
  categories: ['sport', 'music'],
  pictures: ['m1', 'm2', 'm3', 'm4'],
}
/** Where places are; of one nobody knows. */
export const positionOf = (id: string): { latitude: number | null; longitude: number | null } =>
  id.endsWith('p1')
    ? { latitude: 59.3, longitude: 18.1 }
    : id.endsWith('p2')
      ? { latitude: 59.4, longitude: 18.3 }
      : { latitude: null, longitude: null }
const named = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)

/** A town as its publications are written, one decision after the other, and as the model remembers it. */
export class World {
  readonly things = new Map<string, Thing>()
  private readonly rows = new Map<string, Publication>()
  now: number
  private numbers = 0
  private words = 0

  constructor(
    readonly slug: string,
    readonly chance: Chance,
    now: number,
    private readonly size: { events: number; posts: number; categories?: string[] } = { events: 5, posts: 4 },
  ) {
    this.now = now
    this.write({ kind: 'municipality', id: slug, name: `${slug} kommun` }, 'live')
    for (const id of known.organisations)
      this.write({ kind: 'organisation', id: this.own(id), name: `Förening ${id}` }, 'live')
    for (const id of known.places)
      this.write({ kind: 'place', id: this.own(id), name: `Plats ${id}`, replacedBy: null }, 'live')
    for (const id of this.categories) this.write({ kind: 'category', id: this.own(id), name: id }, 'live')
  }

  private get categories(): string[] {
    return this.size.categories ?? known.categories
  }
  private own = (id: string): string => `${this.slug}-${id}`
  get latest(): number {
    return this.numbers
  }
  get eventIds(): string[] {
    return named('e', this.size.events).map(this.own)
  }
  get postIds(): string[] {
    return named('n', this.size.posts).map(this.own)
  }
  get organisationIds(): string[] {
    return known.organisations.map(this.own)
  }
  get placeIds(): string[] {
    return known.places.map(this.own)
  }
  get pictureIds(): string[] {
    return known.pictures.map(this.own)
  }
  thing(kind: PublicationKind, id: string): Thing | undefined {
    return this.things.get(`${kind}:${id}`)
  }
  ofKind(kind: PublicationKind): Thing[] {
    return [...this.things.values()].filter((one) => one.kind === kind)
  }
  get municipality(): Thing {
    return this.thing('municipality', this.slug)!
  }

  /** Whether the clock and the owners let it be seen now. */
  isVisible(thing: Thing): boolean {
    if (thing.state !== 'live' || !this.municipality.active || !thing.active) return false
    if (thing.from !== null && thing.from > this.now) return false
    if (thing.until !== null && thing.until <= this.now) return false
    return thing.organisation === null || this.thing('organisation', thing.organisation)!.active
  }

  /** One random decision, or one step of the clock. Its name, for those who must find out what went wrong. */
  step(): string {
    const choice = this.chance.whole(1, 100)
    const id = this.chance.of(this.eventIds)
    if (choice <= 20) return this.publishEvent(id)
    if (choice <= 34) return this.publishPost(this.chance.of(this.postIds))
    if (choice <= 42) return this.announce(this.thing('event', id))
    if (choice <= 51) return this.takeDown(this.chance.of(['withdrawn', 'removed', 'erased'] as const))
    if (choice <= 56) return this.restore()
    if (choice <= 66) return this.suspendOrReinstate()
    if (choice <= 69) return this.closeOrReopen()
    if (choice <= 72) return this.mergePlaces()
    if (choice <= 75) return this.rename()
    if (choice <= 82) return this.catchUpWithOwners()
    return this.passTime()
  }

  /** Whether everything that follows from flags and clock is written, so that deltas tell the same as the doors. */
  get isSettled(): boolean {
    return this.due().length === 0 && this.dueByOwners().length === 0
  }

  private publishEvent(id: string): string {
    const others = this.eventIds.filter((other) => other !== id)
    const organisation = this.own(this.chance.of(known.organisations))
    const model = someEvent(this.chance, this.now, `Händelse ${(this.words += 1)}`, {
      places: known.places.map(this.own),
      categories: this.categories,
      pictures: this.pictureIds,
      others,
      organisations: known.organisations.map(this.own),
    })
    model.beside = model.beside.filter((one) => one !== organisation)
    const later = this.chance.happens(0.2) ? this.now + this.chance.whole(1, 10 * 24) * hour : null
    const until = overAt(model)
    const state = until <= this.now ? 'expired' : later !== null ? 'scheduled' : 'live'
    this.write({ ...this.before('event', id), organisation, event: model, from: later, until }, state)
    return `publish ${id}: ${state}`
  }

  private publishPost(id: string): string {
    const model: PostModel = {
      title: `Nyhet ${(this.words += 1)} & <b>"x"</b>`,
      english: this.chance.happens(0.3) ? `News ${this.words}` : null,
      type: this.chance.of(['news', 'notice']),
      importance: this.chance.of(['normal', 'normal', 'important', 'urgent']),
      pinned: this.chance.happens(0.2),
      categories: this.chance.some(this.categories),
      areas: this.chance.some(['north', 'south']),
      pictures: this.chance.some(this.pictureIds),
    }
    const organisation = this.own(this.chance.of(known.organisations))
    const from = this.chance.happens(0.2) ? this.now + this.chance.whole(1, 72) * hour : null
    const brief = this.chance.happens(0.4)
    const until =
      (from ?? this.now) + (brief ? this.chance.whole(1, 9) * hour : this.chance.whole(1, 60) * day)
    this.write(
      { ...this.before('post', id), organisation, post: model, from, until },
      from === null ? 'live' : 'scheduled',
    )
    return `publish ${id}`
  }

  private before(kind: PublicationKind, id: string): Partial<Thing> & Pick<Thing, 'kind' | 'id'> {
    const thing = this.thing(kind, id)
    return { ...(thing ?? {}), kind, id, reason: null, explanation: null }
  }

  private announce(thing: Thing | undefined): string {
    if (!thing?.event || thing.state !== 'live') return 'nothing to announce'
    const status = this.chance.of([
      'cancelled',
      'postponed',
      'scheduled',
      'rescheduled',
      'moved-online',
    ] as const)
    const first = timesOf({ ...thing.event, changes: [], without: [], extra: null })[0]!.name
    const previous = status === 'scheduled' || status === 'moved-online' ? null : first
    const series = { status, reason: status === 'scheduled' ? null : 'weather', previous }
    const event = { ...thing.event, series }
    this.write({ ...thing, event }, 'live')
    return `announce ${thing.id}: ${status}`
  }

  private takeDown(state: 'withdrawn' | 'removed' | 'erased'): string {
    const there = [...this.ofKind('event'), ...this.ofKind('post')].filter((one) => one.state === 'live')
    if (there.length === 0) return 'nothing to take down'
    const thing = this.chance.of(there)
    const words =
      state === 'erased'
        ? {}
        : { reason: 'organiser', explanation: this.chance.happens(0.5) ? 'Det blev <inte> av.' : null }
    this.write({ ...thing, ...words }, state)
    return `${state} ${thing.id}`
  }

  private restore(): string {
    const gone = [...this.ofKind('event'), ...this.ofKind('post')].filter((one) =>
      ['withdrawn', 'removed'].includes(one.state),
    )
    if (gone.length === 0) return 'nothing to restore'
    const thing = this.chance.of(gone)
    const state =
      thing.until! <= this.now
        ? 'expired'
        : thing.from !== null && thing.from > this.now
          ? 'scheduled'
          : 'live'
    this.write({ ...thing, reason: null, explanation: null }, state)
    return `restore ${thing.id}: ${state}`
  }

  private suspendOrReinstate(): string {
    const suspended = this.ofKind('organisation').filter((one) => !one.active)
    const organisation = this.chance.of(suspended.length > 0 ? suspended : this.ofKind('organisation'))
    // An organisation comes back only when all that it hid has been told as deleted.
    if (!organisation.active) this.settleOwners()
    this.write({ ...organisation, active: !organisation.active }, 'live')
    return `${organisation.id} is ${organisation.active ? 'suspended' : 'reinstated'}`
  }

  private closeOrReopen(): string {
    this.write({ ...this.municipality, active: !this.municipality.active }, 'live')
    return `${this.slug} is ${this.municipality.active ? 'open' : 'closed'}`
  }

  private mergePlaces(): string {
    const [one, other] = [this.chance.of(known.places), this.chance.of(known.places)].map((id) =>
      this.thing('place', this.own(id))!,
    )
    if (one === other || other!.replacedBy !== null) return 'no places to merge'
    this.write({ ...one!, replacedBy: other!.id }, 'live')
    return `${one!.id} is ${other!.id}`
  }

  private rename(): string {
    const organisation = this.thing('organisation', this.own(this.chance.of(known.organisations)))!
    this.write({ ...organisation, name: `Förening ${(this.words += 1)}` }, 'live')
    // What it has published is written anew under the new name.
    for (const thing of this.things.values())
      if (
        (thing.organisation === organisation.id || thing.event?.beside.includes(organisation.id)) &&
        thing.state === 'live' &&
        thing.hidden === null
      )
        this.write(thing, 'live')
    return `${organisation.id} has another name`
  }

  private hiddenBy(thing: Thing): Publication['hidden'] {
    if (thing.kind !== 'municipality' && !this.municipality.active) return 'closed'
    return thing.organisation && !this.thing('organisation', thing.organisation)!.active ? 'suspended' : null
  }
  private dueByOwners(): Thing[] {
    return [...this.things.values()].filter(
      (one) =>
        one.state === 'live' &&
        (this.hiddenBy(one) !== one.hidden ||
          one.beside.some(({ id, active }) => this.thing('organisation', id)!.active !== active)),
    )
  }
  /** The numbered tombstones that follow a suspension or closing, and their end. */
  private settleOwners(): void {
    for (const thing of this.dueByOwners()) this.write({ ...thing, hidden: this.hiddenBy(thing) }, 'live')
  }
  private catchUpWithOwners(): string {
    this.settleOwners()
    return 'the owners are caught up with'
  }

  private due(): Thing[] {
    return [...this.things.values()].filter(
      (one) =>
        (one.state === 'scheduled' && one.from !== null && one.from <= this.now) ||
        (one.state === 'live' && one.until !== null && one.until <= this.now),
    )
  }
  /** What the clock brings about: what was scheduled goes live, what is over expires. */
  settleClock(): void {
    for (const thing of this.due()) this.write(thing, thing.until! <= this.now ? 'expired' : 'live')
  }
  /** Brings it to rest: open, with everything written that follows from owners and clock. */
  settle(): void {
    if (!this.municipality.active) this.closeOrReopen()
    this.settleOwners()
    this.settleClock()
  }
  pass(time: number): void {
    this.now += time
    this.settleClock()
  }
  private passTime(): string {
    const hours = this.chance.happens(0.04)
      ? this.chance.whole(80, 120) * 24
      : this.chance.happens(0.3)
        ? this.chance.whole(24, 240)
        : this.chance.whole(1, 20)
    this.now += hours * hour + this.chance.whole(0, 3_599) * 1_000
    return `${hours} hours pass`
  }

  /** Writes a publication under the next number, as every decision does. */
  private write(thing: Partial<Thing> & Pick<Thing, 'kind' | 'id'>, state: Thing['state']): void {
    const before = this.thing(thing.kind, thing.id)
    const open = state === 'live' || state === 'scheduled' || state === 'none'
    const made: Thing = {
      organisation: null,
      organisationName: '',
      beside: [],
      active: true,
      from: null,
      until: null,
      reason: null,
      explanation: null,
      hidden: null,
      ...thing,
      state,
      published: before?.published ?? (state === 'live' ? this.now : null),
      modified: this.now,
      ended: open ? null : (before?.ended ?? this.now),
      number: (this.numbers += 1),
      sequence: (before?.sequence ?? -1) + 1,
    }
    // What editors decide on is written as its owners are; a register keeps what it had until the owners are caught up with.
    if (['event', 'post', 'organisation'].includes(made.kind))
      made.hidden = state === 'live' ? this.hiddenBy(made) : null
    if (made.organisation !== null)
      made.organisationName = this.thing('organisation', made.organisation)!.name!
    made.beside = (made.event?.beside ?? []).map((id) => {
      const { name, active } = this.thing('organisation', id)!
      return { id, name: name!, active }
    })
    this.things.set(`${made.kind}:${made.id}`, made)
    this.rows.set(`${made.kind}:${made.id}`, this.rowOf(made))
  }

  placeFacts(id: string | null) {
    const place = id === null ? null : this.thing('place', id)!
    return place && { id: place.id, name: place.name!, address: null, ...positionOf(place.id) }
  }
  /** Who of those beside the organiser may be named now. */
  namedBeside({ beside }: Thing): { id: string; name: string }[] {
    const may = beside.filter(({ id }) => this.thing('organisation', id)!.active)
    return may.map(({ id, name }) => ({ id, name }))
  }

  private dataFor(thing: Thing): PublicItem {
    const { kind, id, name = '' } = thing
    if (thing.event || thing.post) {
      const organisation = { id: thing.organisation!, name: thing.organisationName }
      if (thing.event)
        return dataOf(id, thing.event, {
          organisation,
          beside: thing.beside.map((one) => ({ id: one.id, name: one.name })),
          placeOf: (place) => this.placeFacts(place)!,
        })
      return postData(id, thing.post!, organisation)
    }
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
        replacedBy: thing.replacedBy ?? null,
      }
    if (kind === 'category')
      return { kind, id, code: name, labels: { sv: `Rubrik ${name}` }, icon: null, surfaces: ['calendar'] }
    return {
      kind: 'municipality',
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
    }
  }

  private rowOf(thing: Thing): Publication {
    const at = (instant: number | null): string | null =>
      instant === null ? null : new Date(instant).toISOString()
    const shows = thing.state === 'live' || thing.state === 'scheduled'
    const data = shows ? this.dataFor(thing) : null
    return {
      id: thing.id,
      kind: thing.kind,
      municipality: this.slug,
      organisation: thing.organisation,
      number: thing.number,
      sequence: thing.sequence,
      state: thing.state,
      active: thing.active,
      hidden: thing.hidden,
      data,
      pictures: data && 'pictures' in data ? data.pictures.map((one) => one.id) : [],
      visibleFrom: at(thing.from),
      visibleUntil: at(thing.until),
      published: at(thing.published),
      modified: at(thing.modified)!,
      ended: at(thing.ended),
      reason: thing.reason,
      explanation: thing.explanation,
    }
  }

  /** What a database would answer. */
  readSince(after: number): Publication[] {
    return [...this.rows.values()].filter((row) => row.number > after).sort((a, b) => a.number - b.number)
  }
}

function postData(id: string, post: PostModel, organisation: { id: string; name: string }): PublicItem {
  return {
    kind: 'post',
    id,
    slug: 'slug',
    type: post.type,
    title: post.title,
    excerpt: 'Kort.',
    body: {
      html: '<p>Lång.</p>',
      nodes: [{ type: 'paragraph', children: [{ type: 'text', text: 'Lång.' }] }],
    },
    language: 'sv',
    translations: post.english ? [{ language: 'en', title: post.english, summary: null, body: null }] : [],
    organisation,
    categories: post.categories,
    audiences: [],
    areas: post.areas,
    pictures: post.pictures.map((picture) => ({
      id: picture,
      alt: '',
      credit: 'Foto',
      width: 800,
      height: 600,
      renditions: [320, 800],
    })),
    link: null,
    pinned: post.pinned,
    importance: post.importance,
  }
}

/** The towns as the one thing that the feed asks a database for. */
export function readerOfWorlds(worlds: World[]): PublicationReader {
  const find = (slug: string): World => worlds.find((one) => one.slug === slug)!
  return {
    // What is forgotten is read and let go of then.
    forgottenNumbers: async () => ({}),
    readAll: async (onRow) => worlds.forEach((one) => one.readSince(0).forEach(onRow)),
    readSince: async (slug, after) => find(slug).readSince(after),
    latestNumbers: async () => Object.fromEntries(worlds.map((one) => [one.slug, one.latest])),
  }
}
