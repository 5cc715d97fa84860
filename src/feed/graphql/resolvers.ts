import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'
import type { Occurrence } from '../../calendar/occurrences.js'
import type { Publication } from '../../publication/publication.js'
import { comingOccurrences } from '../coming-occurrences.js'
import { findOccurrences } from '../event-query.js'
import type { FeedIndex } from '../feed-index.js'
import { readChanges, termsUrl, type ChangesPage } from '../formats/changes-json.js'
import { eventFacts, occurrenceJson, timesOfEvent } from '../formats/event-json.js'
import {
  categoryJson,
  itemJson,
  manifestJson,
  organisationJson,
  placeJson,
  postJson,
} from '../formats/item-json.js'
import { municipalitiesJson } from '../formats/municipalities-json.js'
import type { Setting } from '../formats/setting.js'
import { findLive, findMunicipality, type MunicipalityDoor } from '../municipality-door.js'
import type { Live, MunicipalityIndex } from '../municipality-index.js'
import { findPosts } from '../post-query.js'
import { findRegister, type RegisterKind } from '../register-query.js'
import { queryFrom } from './arguments.js'
import { fieldParameters } from './fields.js'

/** What one request is answered from, and what its answer turned out to rest on. */
export interface GraphQLSetting {
  index: FeedIndex
  baseUrl: string
  now: Date
  touched: Touched
  /** What changes may still bring of the times of events. */
  left: { times: number }
}
export interface Touched {
  /** By slug, each with its version when it was first touched: what changes later is not in the answer. */
  municipalities: Map<string, { index: MunicipalityIndex; version: number }>
  /** The version of the whole feed when the list of all municipalities was first touched; null where it was not. */
  all: number | null
  /** Whether words of who asks are in it: a search, a position, names given to fields. */
  personal: boolean
}
type Given = Record<string, unknown>
type Door = Omit<MunicipalityDoor, 'selfUrl' | 'piece'>

function doorOf(
  given: Given,
  field: keyof typeof fieldParameters,
  { index, baseUrl, now, touched }: GraphQLSetting,
): Door {
  const query = queryFrom(given, fieldParameters[field])
  const municipality = findMunicipality(index, String(given.municipality), now)
  const { slug } = municipality
  if (!touched.municipalities.has(slug))
    touched.municipalities.set(slug, { index: municipality, version: municipality.version() })
  touched.personal ||= query.q !== undefined || query.near !== undefined || query.bbox !== undefined
  const setting = { baseUrl, municipality: municipality.data, lang: query.lang }
  return { municipality, setting, query, now, id: String(given.id ?? '') }
}

export function municipalities(_: unknown, __: Given, { index, baseUrl, now, touched }: GraphQLSetting) {
  touched.all ??= index.version()
  return municipalitiesJson(index, baseUrl, now).items
}

export function manifest(_: unknown, given: Given, context: GraphQLSetting) {
  const { municipality, setting, now } = doorOf(given, 'manifest', context)
  const categories = municipality.live('category', now).map((row) => row.data)
  return manifestJson(categories, municipality.latest(), setting)
}

export function changes(_: unknown, given: Given, context: GraphQLSetting, info: GraphQLResolveInfo) {
  const { municipality, setting, query, now } = doorOf(given, 'changes', context)
  const page = readChanges(municipality, query, now, setting)
  const rows = affordable(page.rows, municipality, timesAsked(info), context.left)
  const next = page.next && { ...page.next, after: rows.at(-1)!.publication.number }
  return {
    items: rows.map(({ publication, isVisible }) => ({
      id: publication.id,
      kind: publication.kind,
      modified: publication.number,
      state: isVisible ? 'updated' : 'deleted',
      ...(isVisible && { [publication.kind]: () => itemOf(publication, municipality, setting) }),
    })),
    next: next ?? { after: query.after ?? 0, head: query.head },
    license: termsUrl(setting),
  }
}

/** How often a field names the times of events, fragments written out: each is made anew. */
function timesAsked({ fieldNodes, fragments }: GraphQLResolveInfo): number {
  const known = new Map<string, number>()
  const within = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, one) => {
      if (one.kind === Kind.INLINE_FRAGMENT) return sum + within(one.selectionSet)
      if (one.kind === Kind.FIELD)
        return sum + (one.name.value === 'occurrences' ? 1 : one.selectionSet ? within(one.selectionSet) : 0)
      const name = one.name.value
      if (!known.has(name)) known.set(name, within(fragments[name]!.selectionSet))
      return sum + known.get(name)!
    }, 0)
  return fieldNodes.reduce((sum, { selectionSet }) => sum + (selectionSet ? within(selectionSet) : 0), 0)
}

/** The first of the rows whose times may still be brought, at least one so that a reader comes to the end. */
function affordable(
  rows: ChangesPage['rows'],
  index: MunicipalityIndex,
  asked: number,
  left: GraphQLSetting['left'],
): ChangesPage['rows'] {
  const end = rows.findIndex(({ publication, isVisible }) => {
    const times = isVisible ? index.countOccurrences(publication.id) * asked : 0
    left.times -= times
    return times > 0 && left.times < 0
  })
  return end < 0 ? rows : rows.slice(0, Math.max(1, end))
}

/** What is costly is made only where it is asked for: graphql-js calls what it finds as a function. */
function itemOf(publication: Publication, municipality: MunicipalityIndex, setting: Setting) {
  const times = () => municipality.occurrencesOf(publication.id)
  return publication.data?.kind === 'event'
    ? eventOf(publication as Live<'event'>, times, setting)
    : itemJson(publication, [], setting)
}
function eventOf(publication: Live<'event'>, times: () => Occurrence[], setting: Setting) {
  return { ...eventFacts(publication, setting), occurrences: () => timesOfEvent(publication.data, times()) }
}

export function events(_: unknown, given: Given, context: GraphQLSetting) {
  const { municipality, setting, query, now } = doorOf(given, 'events', context)
  const { found, cursor } = findOccurrences(municipality, query, now)
  return { items: found.map((one) => occurrenceJson(one, setting)), cursor }
}

export function event(_: unknown, given: Given, context: GraphQLSetting) {
  const door = doorOf(given, 'event', context)
  const found = findLive(door, 'event')
  return eventOf(found, () => comingOccurrences(door.municipality, found, door.now), door.setting)
}

export function posts(_: unknown, given: Given, context: GraphQLSetting) {
  const { municipality, setting, query, now } = doorOf(given, 'posts', context)
  const { found, cursor } = findPosts(municipality, query, now)
  return { items: found.map((one) => postJson(one, setting)), cursor }
}

export function post(_: unknown, given: Given, context: GraphQLSetting) {
  const door = doorOf(given, 'post', context)
  return postJson(findLive(door, 'post'), door.setting)
}

function register<K extends RegisterKind>(
  field: 'organisations' | 'places' | 'categories',
  kind: K,
  shape: (row: Live<K>, door: Door) => unknown,
) {
  return (_: unknown, given: Given, context: GraphQLSetting) => {
    const door = doorOf(given, field, context)
    const { found, cursor } = findRegister(door.municipality, kind, door.query, door.now)
    return { items: found.map((row) => shape(row, door)), cursor }
  }
}
export const organisations = register('organisations', 'organisation', (row, door) =>
  organisationJson(row.data, door.setting),
)
export const places = register('places', 'place', (row) => placeJson(row.data))
export const categories = register('categories', 'category', (row) => categoryJson(row.data))
