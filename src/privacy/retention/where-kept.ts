import type { RetentionCategory } from './retention-table.js'

/** Until when what is in a collection is kept: by rows of the table, and where they do not reach, until something else ends. */
interface Kept {
  categories: readonly RetentionCategory[]
  /** What holds what no row of the table names. */
  otherwise: string | null
}

const by = (...categories: RetentionCategory[]): Kept => ({ categories, otherwise: null })
const until = (otherwise: string, ...categories: RetentionCategory[]): Kept => ({ categories, otherwise })

/** Every collection, the framework's own too. One that is not here fails a test: nothing is kept without a time. */
export const whereKept: Record<string, Kept> = {
  events: until('while it is shown or worked on', 'content', 'drafts'),
  posts: until('while it is shown or worked on', 'content', 'drafts'),
  organisations: until('while it publishes', 'applications', 'applicationReferences', 'leftOrganisations'),
  media: until('while something shows it', 'pictures', 'consents', 'endedConsents', 'strayFiles'),
  places: until('while the municipality keeps it in its register: holds nobody’s data'),
  categories: until('while the municipality keeps it in its register: holds nobody’s data'),
  municipalities: until('while it uses Torg'),
  notices: by('notices'),
  inboxes: until('ends with the account; ids of notices and an instant', 'accounts'),
  mails: until('until it is sent, six days at most; ids alone'),
  'share-links': until('the night after the link ends, 60 days at most; hashes alone'),
  'moderation-log': by('log'),
  'log-lines': until('while there is a log: hashes and numbers'),
  revisions: until('the newest goes with its document', 'history', 'content', 'drafts'),
  publications: until(
    'while it is shown; then id, kind, times and reason code',
    'explanations',
    'tombstones',
  ),
  accounts: until('while somebody uses it', 'accounts'),
  memberships: until('while the role is held; ends with the account'),
  credentials: until('ends with the account', 'accounts'),
  sessions: by('sessions'),
  'one-time-codes': by('codes'),
  webhooks: until('while the municipality uses it'),
  'webhook-states': until('ends with the webhook'),
  'webhook-deliveries': until('until it is received', 'webhookMessages'),
  'retention-holds': until('until it is lifted'),
  'retention-runs': by('runs'),
  'change-counters': until('one number for each municipality'),
  leases: until('one row for each task of the program'),
  'payload-preferences': until('ends with the account', 'preferences', 'accounts'),
  'payload-jobs': by('jobs'),
  'payload-locked-documents': by('locks'),
  'payload-migrations': until('names of migrations'),
  'payload-kv': until('the framework’s own settings; holds nothing'),
}

/** What lies in no collection: the ledger of what was erased, in a folder of its own. */
export const keptOutside: readonly RetentionCategory[] = ['erasures']
