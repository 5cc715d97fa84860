import { words } from './retention-row.js'
import type { RetentionCategory } from './retention-table.js'

type Words = ReturnType<typeof words>

/** Until when what is in a collection is kept: by rows of the table, and where they do not reach, until something else ends. */
interface Kept {
  categories: readonly RetentionCategory[]
  /** What holds what no row of the table names. */
  otherwise: Words | null
}

const by = (...categories: RetentionCategory[]): Kept => ({ categories, otherwise: null })
const until = (otherwise: Words, ...categories: RetentionCategory[]): Kept => ({ categories, otherwise })

const whileShown = words(
  'så länge det visas eller arbetas med',
  'så lenge det vises eller arbeides med',
  'while it is shown or worked on',
)
const withAccount = words('till dess kontot tas bort', 'til kontoen slettes', 'until the account is deleted')
const registered = words(
  'så länge kommunen har det i sitt register',
  'så lenge kommunen har det i registeret sitt',
  'while the municipality keeps it in its register',
)
const whileUsed = words(
  'så länge kommunen använder Torg',
  'så lenge kommunen bruker Torg',
  'while the municipality uses Torg',
)
const program = words(
  'så länge programmet behöver det: nummer och koder',
  'så lenge programmet trenger det: nummer og koder',
  'while the program needs it: numbers and codes',
)

/** Every collection, the framework's own too. One that is not here fails a test: nothing is kept without a time. */
export const whereKept: Record<string, Kept> = {
  events: until(whileShown, 'content', 'drafts'),
  posts: until(whileShown, 'content', 'drafts'),
  organisations: until(
    words('så länge den publicerar', 'så lenge den publiserer', 'while it publishes'),
    'applications',
    'applicationReferences',
    'leftOrganisations',
  ),
  media: until(
    words('så länge något visar den', 'så lenge noe viser det', 'while something shows it'),
    'pictures',
    'consents',
    'endedConsents',
    'strayFiles',
  ),
  places: until(registered),
  categories: until(registered),
  municipalities: until(whileUsed),
  notices: by('notices'),
  inboxes: until(withAccount, 'accounts'),
  mails: until(
    words(
      'till dess det är skickat, högst sex dagar',
      'til det er sendt, høyst seks dager',
      'until it is sent, six days at most',
    ),
  ),
  'share-links': until(
    words(
      'till natten efter att länken slutat gälla, högst 60 dagar',
      'til natten etter at lenken utløper, høyst 60 dager',
      'until the night after the link ends, 60 days at most',
    ),
  ),
  'moderation-log': by('log'),
  'log-lines': until(
    words('så länge det finns en logg', 'så lenge det finnes en logg', 'while there is a log'),
  ),
  revisions: until(
    words(
      'den nyaste så länge som det den är av',
      'den nyeste så lenge som det den er av',
      'the newest as long as what it is of',
    ),
    'history',
    'content',
    'drafts',
  ),
  publications: until(
    words(
      'så länge det visas; sedan bara id, sort, tider och skälets kod',
      'så lenge det vises; deretter bare id, type, tider og grunnens kode',
      'while it is shown; then only id, kind, times and the code of the reason',
    ),
    'explanations',
    'tombstones',
  ),
  accounts: until(
    words('så länge någon använder det', 'så lenge noen bruker den', 'while somebody uses it'),
    'accounts',
  ),
  memberships: until(
    words('så länge rollen gäller', 'så lenge rollen gjelder', 'while the role is held'),
    'accounts',
  ),
  credentials: until(withAccount, 'accounts'),
  sessions: by('sessions'),
  'one-time-codes': by('codes'),
  webhooks: until(whileUsed),
  'webhook-states': until(whileUsed),
  'webhook-deliveries': until(
    words('till dess det tagits emot', 'til det er mottatt', 'until it is received'),
    'webhookMessages',
  ),
  'retention-holds': until(
    words('till dess någon släpper det', 'til noen slipper det', 'until somebody lets go of it'),
  ),
  'retention-runs': by('runs'),
  'change-counters': until(program),
  leases: until(program),
  'payload-preferences': until(withAccount, 'preferences', 'accounts'),
  'payload-jobs': by('jobs'),
  'payload-locked-documents': by('locks'),
  'payload-migrations': until(program),
  'payload-kv': until(program),
}
