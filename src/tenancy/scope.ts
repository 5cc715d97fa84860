import type { Actor, Role, Surface } from './actor.js'
import { coversSurface } from './membership.js'

export const scopedCollections = [
  'municipalities',
  'organisations',
  'accounts',
  'memberships',
  'events',
  'posts',
  'places',
  'categories',
  'media',
  'publications',
  'revisions',
  'moderation-log',
  'notices',
  'webhooks',
  'webhook-deliveries',
  'retention-holds',
] as const
export type ScopedCollection = (typeof scopedCollections)[number]

export const operations = ['create', 'read', 'update', 'delete'] as const
export type Operation = (typeof operations)[number]

/** How far a role reaches: everything, its municipality, or its organisation. */
type Reach = 'all' | 'municipality' | 'organisation'

/**
 * Which documents: those of these municipalities, or of these organisations, or of these accounts. Only facts that
 * never change are asked; the workflow state belongs to moderation.
 */
export type Scope = 'all' | 'none' | { municipalities: string[]; organisations: string[]; accounts: string[] }

/** The owner of a document as far as the collection has one: a municipality document is its own municipality. */
export interface Owner {
  municipality?: string | null
  organisation?: string | null
  account?: string | null
}

/** `everyone` logged in reaches what is, or is addressed to, the account itself. */
type Row = Partial<Record<Operation, Partial<Record<Role, Reach>> & { everyone?: 'self' }>>

const writers = {
  'municipality-admin': 'municipality',
  editor: 'municipality',
  'organisation-admin': 'organisation',
  contributor: 'organisation',
  'api-client': 'organisation',
} as const
const members = {
  'municipality-admin': 'municipality',
  editor: 'municipality',
  auditor: 'municipality',
  'organisation-admin': 'municipality',
  contributor: 'municipality',
  'api-client': 'municipality',
  'app-editor': 'municipality',
} as const
const editors = { 'municipality-admin': 'municipality', editor: 'municipality' } as const
const admin = { 'municipality-admin': 'municipality' } as const

/**
 * Who may what, role by role; what is not written here is forbidden. Deleting is an action of moderation (`delete-draft`,
 * `erase`), so that the log keeps the id; only memberships end and unused pictures and accounts go by `delete`.
 */
export const roleTable: Record<ScopedCollection, Row> = {
  municipalities: {
    create: { operator: 'all' },
    read: { ...members, operator: 'all' },
    update: admin,
  },
  organisations: {
    create: editors,
    read: { ...writers },
    update: { ...editors, 'organisation-admin': 'organisation' },
  },
  accounts: {
    // An organisation-admin invites through the door of members, where the rules of their table hold.
    create: { operator: 'all', ...admin },
    read: { everyone: 'self', ...admin, 'organisation-admin': 'organisation' },
    update: { everyone: 'self', ...admin, 'organisation-admin': 'organisation' },
    delete: admin,
  },
  memberships: {
    create: { operator: 'all', ...admin },
    read: { everyone: 'self', ...admin, 'organisation-admin': 'organisation' },
    update: admin,
    delete: admin,
  },
  events: { create: writers, read: writers, update: writers },
  posts: { create: writers, read: writers, update: writers },
  places: {
    create: { ...members, auditor: undefined, 'app-editor': undefined },
    read: members,
    update: editors,
  },
  categories: { create: admin, read: members, update: admin },
  media: { create: writers, read: writers, update: writers, delete: writers },
  publications: { read: editors },
  revisions: { read: writers },
  'moderation-log': { read: { ...editors, auditor: 'municipality' } },
  notices: {
    read: { everyone: 'self', 'organisation-admin': 'organisation', contributor: 'organisation' },
  },
  webhooks: { create: admin, read: admin, update: admin, delete: admin },
  'webhook-deliveries': { read: admin },
  'retention-holds': { create: admin, read: { ...admin, auditor: 'municipality' }, delete: admin },
}

/** The surface that a collection belongs to, where it belongs to one. */
export const surfaceOfCollection: Partial<Record<string, Surface>> = {
  events: 'calendar',
  posts: 'community',
}

/** Roles that decide or administer; a machine never has them, whatever its memberships say. */
const neverMachines: readonly Role[] = ['operator', 'municipality-admin', 'editor', 'organisation-admin']

/** What this account reaches in this collection with this operation. Nobody logged in reaches nothing. */
export function scopeOf(actor: Actor | null, collection: ScopedCollection, operation: Operation): Scope {
  const row = roleTable[collection][operation]
  if (!actor || !row) return 'none'
  const scope = {
    municipalities: new Set<string>(),
    organisations: new Set<string>(),
    accounts: new Set<string>(),
  }
  // One's own account and inbox do not hang on a membership: they stay when the last one ends.
  if (row.everyone) scope.accounts.add(actor.account)
  for (const membership of actor.memberships) {
    if (actor.kind === 'machine' && neverMachines.includes(membership.role)) continue
    const surface = surfaceOfCollection[collection]
    if (surface && !coversSurface(membership, surface)) continue
    const reach = row[membership.role]
    if (reach === 'all') return 'all'
    if (reach === 'municipality' && membership.municipality) scope.municipalities.add(membership.municipality)
    if (reach !== 'organisation') continue
    if (membership.organisation) scope.organisations.add(membership.organisation)
    // A key of the whole municipality, the only such role without an organisation, reaches all of them.
    else if (membership.role === 'api-client' && membership.municipality)
      scope.municipalities.add(membership.municipality)
  }
  const lists = {
    municipalities: [...scope.municipalities],
    organisations: [...scope.organisations],
    accounts: [...scope.accounts],
  }
  return Object.values(lists).every((ids) => ids.length === 0) ? 'none' : lists
}

/** The rule as a predicate over one document. */
export function matches(scope: Scope, owner: Owner): boolean {
  if (scope === 'all') return true
  if (scope === 'none') return false
  const within = (ids: string[], id: string | null | undefined): boolean => id != null && ids.includes(id)
  return (
    within(scope.municipalities, owner.municipality) ||
    within(scope.organisations, owner.organisation) ||
    within(scope.accounts, owner.account)
  )
}

/** The same rule as a query: true is everything, false nothing, else any of the lists (an empty list is left out). */
export type ScopeQuery =
  boolean | { municipalityIn?: string[]; organisationIn?: string[]; accountIn?: string[] }

export function toWhere(scope: Scope): ScopeQuery {
  if (scope === 'all') return true
  if (scope === 'none') return false
  const query: Exclude<ScopeQuery, boolean> = {}
  if (scope.municipalities.length > 0) query.municipalityIn = scope.municipalities
  if (scope.organisations.length > 0) query.organisationIn = scope.organisations
  if (scope.accounts.length > 0) query.accountIn = scope.accounts
  // An "or" of nothing would be everything in some databases.
  return Object.keys(query).length > 0 && query
}
