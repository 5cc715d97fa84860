import type { CollectionSlug, Payload, Where } from 'payload'
import { openedAddress } from '../../accounts/contact.js'
import { noSecondFactor, type Device, type SecondFactor } from '../../accounts/second-factor.js'
import type { ExtractRow, Fact } from '../../privacy/extract/extract-parts.js'
import { everyRow, rowsInBatches } from '../../shared/every-row.js'
import { idOf } from '../../shared/reference.js'
import type { Actor } from '../../tenancy/actor.js'
import { matches, scopeOf } from '../../tenancy/scope.js'
import { logKeys } from '../log/append-entry.js'

type Row = Record<string, unknown> & { id: string }
/** `reader`: the account as it may read now. */
type Find = (payload: Payload, account: string, reader: Actor) => Promise<ExtractRow[]>

/** Whether its holder reads such a row in the admin, too: by this right, not by theirs to an extract, its words are shown. */
function reads(reader: Actor, collection: 'events' | 'posts' | 'organisations' | 'media', row: Row): boolean {
  const organisation = collection === 'organisations' ? row.id : idOf(row.organisation)
  return matches(scopeOf(reader, collection, 'read'), { municipality: idOf(row.municipality), organisation })
}

/** A column as a fact: dates as they are written everywhere, relations by id. */
function factOf(value: unknown): Fact {
  if (value === undefined || value === null || value === '') return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(factOf)
  if (typeof value === 'object') {
    const named = Object.entries(value as object).map(([name, each]) => [name, factOf(each)] as const)
    return Object.fromEntries(named)
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value as string)
}

const isEmpty = (fact: Fact): boolean => Array.isArray(fact) && fact.length === 0

/** The columns that say something, without those that are empty. */
const factsOf = (row: Row, columns: readonly string[]): Record<string, Fact> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const fact = factOf(
        column === 'municipality' || column === 'organisation' ? idOf(row[column]) : row[column],
      )
      return fact === null || fact === false || isEmpty(fact) ? [] : [[column, fact] as const]
    }),
  )

/** Rows that a query finds, with some of their columns. */
const rows =
  (collection: string, where: (account: string) => Where, columns: readonly string[]): Find =>
  async (payload, account) => {
    if (!payload.collections[collection as CollectionSlug]) return []
    const found = await everyRow<Row>(payload, collection, where(account))
    return found.map((row) => ({ collection, id: String(row.id), facts: factsOf(row, columns) }))
  }

const either =
  (...columns: string[]) =>
  (account: string): Where => ({ or: columns.map((column) => ({ [column]: { equals: account } })) })
const equals = (column: string) => (account: string) => ({ [column]: { equals: account } })

const ofAccount: Find = async (payload, account) => {
  const [row] = await everyRow<Row>(payload, 'accounts', { id: { equals: account } })
  if (!row) return []
  const columns = [
    'username',
    'kind',
    'roleTitle',
    'language',
    'noticeMail',
    'disabled',
    'disabledBecause',
    'disabledOn',
    'lastActive',
    'activeFrom',
    'createdAt',
    'updatedAt',
  ]
  const email = typeof row.email === 'string' && row.email ? openedAddress(row.email, logKeys(payload)) : null
  const facts = {
    ...factsOf(row, columns),
    ...(email ? { email } : {}),
    // The trace itself says nothing to whoever reads it.
    ...(row.mailRefused ? { mailRefused: true } : {}),
    ...(idOf(row.homeMunicipality) ? { municipality: idOf(row.homeMunicipality) } : {}),
  }
  return [{ collection: 'accounts', id: account, facts }]
}

const shownDevice = ({ number, label, addedOn, lastUsedOn, endedOn }: Device): Fact => ({
  number,
  label,
  addedOn,
  lastUsedOn,
  endedOn,
})

/** What it logs in with, without what is secret of it; and devices of others that it has added. */
const ofLogin: Find = async (payload, account) => {
  const found: ExtractRow[] = []
  for await (const some of rowsInBatches<Row>(payload, 'credentials', {})) {
    for (const row of some) {
      const id = String(row.id)
      const factor = { ...noSecondFactor, ...((row.factor as Partial<SecondFactor> | null) ?? {}) }
      const added = factor.devices.filter(({ addedBy }) => addedBy === account).map(({ number }) => number)
      const own = {
        passwordKept: Boolean(row.hash),
        ...(factor.devices.length > 0
          ? { devices: factor.devices.map(shownDevice), recoveryCodesLeft: factor.recovery.length }
          : {}),
      }
      if (id === account) found.push({ collection: 'credentials', id, facts: own })
      else if (added.length > 0)
        found.push({ collection: 'credentials', id, facts: { addedDevicesOfAnother: added } })
    }
  }
  return found
}

const kept = ['workflow', 'pending', 'outbox'] as const

/** Documents that name the account as who saved, submitted, claimed or decided last. Columns of JSON: read through, not asked for. */
const ofDocuments =
  (collection: 'events' | 'posts' | 'organisations'): Find =>
  async (payload, account, reader) => {
    const found: ExtractRow[] = []
    for await (const some of rowsInBatches<Row>(payload, collection, {})) {
      for (const row of some) {
        const named = kept.flatMap((column) => namesIn(row[column], account, column))
        if (named.length === 0) continue
        // That the account stands in it is about the account; how it reads today is for those who may read it.
        const present = ['title', 'name', 'state', 'publication', 'municipality', 'updatedAt']
        const facts = factsOf(row, reads(reader, collection, row) ? present : ['municipality'])
        found.push({ collection, id: String(row.id), facts: { ...facts, namedAs: named } })
      }
      // Reading through everything answers others in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return found
  }

/** Pictures that the account uploaded; their words may be others' by now. */
const ofPictures: Find = async (payload, account, reader) => {
  const found = await everyRow<Row>(payload, 'media', { uploadedBy: { equals: account } })
  return found.map((row) => {
    const words = reads(reader, 'media', row) ? ['alt', 'credit'] : []
    return {
      collection: 'media',
      id: String(row.id),
      facts: factsOf(row, [...words, 'municipality', 'createdAt']),
    }
  })
}

/** By which names of a record an account stands in it: `savedBy`, `decidedBy`, `pending.actor`. */
function namesIn(value: unknown, account: string, at: string): string[] {
  if (value === account) return [at.replace(/^workflow\./, '')]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => namesIn(each, account, `${at}.${name}`))
}

/** How what a collection holds about an account is found. */
export const findAbout: Record<string, Find> = {
  accounts: ofAccount,
  memberships: rows('memberships', equals('account'), [
    'role',
    'municipality',
    'organisation',
    'surfaces',
    'approvesOrganisations',
    'reviewedOn',
    'createdAt',
  ]),
  credentials: ofLogin,
  sessions: rows('sessions', equals('account'), ['purpose', 'began', 'ends', 'device']),
  'one-time-codes': rows('one-time-codes', either('account', 'givenBy'), [
    'purpose',
    'label',
    'municipality',
    'createdAt',
    'ends',
    'used',
  ]),
  notices: rows('notices', equals('account'), [
    'at',
    'action',
    'title',
    'message',
    'reason',
    'municipality',
    'organisation',
  ]),
  inboxes: rows('inboxes', equals('id'), ['readUntil', 'read']),
  mails: rows('mails', equals('account'), [
    'kind',
    'notice',
    'nextAt',
    'attempts',
    'fault',
    'municipality',
    'createdAt',
  ]),
  'payload-preferences': rows('payload-preferences', equals('user.value'), ['key', 'value', 'updatedAt']),
  events: ofDocuments('events'),
  posts: ofDocuments('posts'),
  organisations: ofDocuments('organisations'),
  revisions: rows('revisions', equals('actor'), [
    'at',
    'action',
    'kind',
    'document',
    'revision',
    'message',
    'device',
    'municipality',
  ]),
  media: ofPictures,
  'share-links': rows('share-links', equals('madeBy'), [
    'kind',
    'document',
    'until',
    'municipality',
    'organisation',
    'createdAt',
  ]),
  'moderation-log': rows('moderation-log', either('actor', 'document'), [
    'at',
    'action',
    'kind',
    'document',
    'device',
    'reason',
    'municipality',
  ]),
  'retention-holds': rows('retention-holds', equals('document'), ['reason', 'since', 'municipality']),
}
