/** What an extract of an account is divided into, in the order in which it is read. */
export const extractParts = [
  'account',
  'roles',
  'login',
  'sessions',
  'codes',
  'notices',
  'settings',
  'documents',
  'versions',
  'pictures',
  'links',
  'log',
  'holds',
] as const
export type ExtractPart = (typeof extractParts)[number]

/**
 * In which part of an extract that stands which a collection holds about an account; null where it holds nothing that names
 * one. Every collection of the running config is here: a new one that is not fails a test.
 */
export const partOfCollection: Record<string, ExtractPart | null> = {
  accounts: 'account',
  memberships: 'roles',
  credentials: 'login',
  sessions: 'sessions',
  'one-time-codes': 'codes',
  notices: 'notices',
  inboxes: 'notices',
  mails: 'notices',
  'payload-preferences': 'settings',
  events: 'documents',
  posts: 'documents',
  organisations: 'documents',
  revisions: 'versions',
  media: 'pictures',
  'share-links': 'links',
  'moderation-log': 'log',
  'retention-holds': 'holds',
  // What follows from a save of these names who saved for as long as it takes to write it: it stands in the log then.
  places: null,
  categories: null,
  municipalities: null,
  publications: null,
  webhooks: null,
  'webhook-deliveries': null,
  'webhook-states': null,
  'log-lines': null,
  // Ids of what is being erased this moment.
  'retention-runs': null,
  'change-counters': null,
  leases: null,
  'payload-kv': null,
  'payload-jobs': null,
  'payload-locked-documents': null,
  'payload-migrations': null,
}

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact }

/** One row that names the account: where it lies, and what it says. Instants are RFC 3339. */
export interface ExtractRow {
  collection: string
  id: string
  facts: Record<string, Fact>
}

/** All that is stored about an account. */
export interface Extract {
  format: 'torg-extract-1'
  account: string
  made: string
  parts: Record<ExtractPart, ExtractRow[]>
}
